package com.gammareplay.api.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.api.Client;
import com.gammareplay.api.ServiceTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Submissions of sweeps that are refused, and why. */
@ServiceTest
class SweepRefusalTest {

    private static final String SWEEPS = "/api/v1/sweeps";

    private final Client client;

    @Autowired
    SweepRefusalTest(@LocalServerPort int port) {
        client = new Client(port);
    }

    private List<String> problems(String body) {
        var response = client.post(SWEEPS, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        var problem = client.json(response);
        assertThat(problem.path("code").asString()).isEqualTo("invalid-request");
        return problem.path("errors")
                .valueStream()
                .map(error -> error.path("pointer").asString() + " "
                        + error.path("message").asString())
                .toList();
    }

    @Test
    void everything_that_is_wrong_is_named_with_its_place() {
        assertThat(problems("""
                {"base": {"dataset": "dmo", "from": 1, "frm": 2, "parameters": {"minCredt": 1}},
                 "gird": {}, "grid": {"stopLoss": [-0.1, "x"]}, "samples": 3, "tags": [7],
                 "walkForward": {"trainSessions": "2", "testSession": 1}}"""))
                .containsExactly(
                        "/tags/0 must be a text",
                        "/gird unknown field, did you mean grid?",
                        "/base/from must be a text",
                        "/base/frm unknown field, did you mean from?",
                        "/walkForward/trainSessions must be a finite number",
                        "/walkForward/testSession unknown field, did you mean testSessions?",
                        "/base/dataset unknown dataset, did you mean demo?",
                        "/base/parameters/minCredt unknown parameter, did you mean minCredit?",
                        "/samples must only be given with ranges",
                        "/grid/stopLoss/1 must be a number from -100 to 100, was \"x\"",
                        "/walkForward/testSessions must be a whole number from 1 to 400");
        assertThat(problems("{\"dataset\": \"demo\", \"stopLoss\": [-0.1], \"base\": {\"stopLoss\": -0.1}}"))
                .contains(
                        "/dataset unknown field, did you mean base/dataset?",
                        "/stopLoss unknown field, did you mean grid/stopLoss?",
                        "/base/stopLoss unknown field, did you mean parameters/stopLoss?");
        assertThat(problems("{}"))
                .containsExactly(
                        "/base must be given: the request of a backtest",
                        "/grid must be given: lists of values by parameter; or ranges with samples");
        assertThat(problems("{\"base\": [], \"grid\": 1}"))
                .containsExactly(
                        "/base must be an object",
                        "/grid must be an object of parameter names and values",
                        "/base must be given: the request of a backtest");
    }

    @Test
    void a_callback_that_nobody_would_call_is_refused() {
        assertThat(problems("""
                {"base": {"callbackUrl": "https://example.org/hook"}, "grid": {"stopLoss": [-0.1]}}"""))
                .containsExactly("/base/callbackUrl must be left out: nobody is told of the end of a sweep");
    }

    @Test
    void a_long_list_of_mistakes_is_cut() {
        assertThat(problems("{\"base\": {}, \"grid\": {\"stopLoss\": [" + "\"x\",".repeat(5000) + "1]}}"))
                .hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"base\": {}, \"ranges\": {\"stopLoss\": {\"min\": 1e-300, \"max\": 1, \"step\": 1e-300}}, \"samples\": 1}",
                "{\"base\": {}, \"ranges\": {\"stopLoss\": {\"min\": -1e400, \"max\": 1}}, \"samples\": 1}",
                "{\"base\": {}, \"ranges\": {\"stopLoss\": {\"min\": 0, \"max\": 1}}, \"samples\": 1e999999999}",
                "{\"base\": {}, \"ranges\": {\"stopLoss\": {\"min\": 0, \"max\": 1}}, \"samples\": 1, \"seed\": 1e-999999999}",
                "{\"base\": {}, \"ranges\": {\"stopLoss\": {\"min\": 0, \"max\": 1, \"step\": 1e308}}, \"samples\": 2}",
                "{\"base\": {}, \"grid\": {\"profitTarget\": [[], [{\"hours\": 1}]]}}",
                "{\"base\": {}, \"grid\": {\"entryTimes\": [\"10:00\"]}}",
                "{\"base\": {}, \"grid\": {\"\": [1]}}",
                "{\"base\": {}, \"grid\": {\"a/b~c\": [1]}}"
            })
    void odd_numbers_and_names_are_refused(String body) {
        assertThat(problems(body)).isNotEmpty();
    }

    @Test
    void a_sweep_is_no_backtest_and_a_backtest_no_sweep() {
        var backtest = client.submit("{}").replace("backtests", "sweeps");

        assertThat(client.get(backtest).statusCode()).isEqualTo(404);
        assertThat(client.get(backtest + "/results").statusCode()).isEqualTo(404);
        assertThat(client.post(backtest + "/cancel", "").statusCode()).isEqualTo(404);
        assertThat(client.delete(backtest).statusCode()).isEqualTo(404);
        assertThat(client.get(SWEEPS + "?sort=best").statusCode()).isEqualTo(400);
    }
}
