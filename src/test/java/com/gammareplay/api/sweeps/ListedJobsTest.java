package com.gammareplay.api.sweeps;

import static com.gammareplay.api.sweeps.SweepService.SWEEPS;
import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.api.Client;
import com.gammareplay.parameters.Parameters;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What lists show of the requests of jobs, with the real engine. */
class ListedJobsTest {

    private static final String BACKTESTS = "/api/v1/backtests";
    private static final int JOBS = 15;

    @TempDir
    static Path home;

    private static SweepService service;
    private static Client client;

    @BeforeAll
    static void start() {
        service = SweepService.start(home);
        client = service.client();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static JsonNode listed(String path, String label) {
        var items = client.json(client.get(path + "?label=" + label)).path("items");
        assertThat(items.size()).isEqualTo(1);
        return items.path(0).path("request");
    }

    private static JsonNode request(String path) {
        return client.json(client.get(path)).path("request");
    }

    @Test
    void a_backtest_in_a_list_has_the_parameters_that_differ_from_its_preset() {
        var job = client.submit("""
                {"label": "tuned", "indices": ["SPX"], "preset": "january",
                 "parameters": {"stopLoss": -0.20, "vixFloor": 12, "minCredit": 1.30, "vixCeiling": 21,
                                "entryTimes": ["10:00"]}}""");

        var listed = listed(BACKTESTS, "tuned");
        var whole = request(job);
        assertThat(listed.path("parameters").toString())
                .isEqualTo("{\"entryTimes\":[\"10:00\"],\"vixCeiling\":21.0,\"stopLoss\":-0.2}");
        assertThat(whole.path("parameters").size()).isEqualTo(Parameters.all().size());
        for (var field : whole.propertyNames()) {
            if (!field.equals("parameters")) {
                assertThat(listed.path(field).toString())
                        .as(field)
                        .isEqualTo(whole.path(field).toString());
            }
        }
        assertThat(listed.size()).isEqualTo(whole.size());
        assertThat(request(client.submit(listed.toString()))).isEqualTo(whole);
    }

    @Test
    void a_sweep_in_a_list_has_those_of_its_base_and_all_of_its_own() {
        var sweep = service.submit("""
                {"label": "swept", "base": {"parameters": {"minShortDistance": 4, "stopLossAfter": 540}},
                 "grid": {"stopLoss": [-0.15, -0.3]}}""");

        var listed = listed(SWEEPS, "swept");
        var whole = request(sweep);
        assertThat(listed.path("base").path("parameters").toString()).isEqualTo("{\"minShortDistance\":4.0}");
        assertThat(listed.path("grid")).isEqualTo(whole.path("grid"));
        assertThat(whole.path("base").path("parameters").size())
                .isEqualTo(Parameters.all().size());
        assertThat(request(service.submit(listed.toString()))).isEqualTo(whole);
    }

    @Test
    void a_list_is_short_where_its_jobs_are_long() {
        for (var number = 0; number < JOBS; number++) {
            client.submit("{\"tags\": [\"many\"], \"parameters\": {\"maxOpenPositions\": " + number + "}}");
        }
        var whole = 0;
        for (var item : client.json(client.get(BACKTESTS + "?tag=many")).path("items")) {
            var job = item.path("links").path("self").asString();
            client.awaitStatus(job, "SUCCEEDED");
            whole += bytes(job);
        }

        assertThat(bytes(BACKTESTS + "?tag=many")).isBetween(JOBS * 500, JOBS * 2100);
        assertThat(whole).isGreaterThan(JOBS * 3000);
    }

    private static int bytes(String path) {
        return client.get(path).body().getBytes(StandardCharsets.UTF_8).length;
    }
}
