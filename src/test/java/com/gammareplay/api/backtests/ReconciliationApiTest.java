package com.gammareplay.api.backtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.api.Client;
import com.gammareplay.api.ServiceTest;
import com.gammareplay.fake.FakeBacktests;
import java.net.http.HttpResponse;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** When trades made elsewhere are not held against a backtest. */
@ServiceTest
class ReconciliationApiTest {

    private static final String PATH = "/api/v1/reconciliations";
    private static final String CSV = "index,entryTime,strikes,credit,pnl\\nSPX,2026-01-12 10:00Z,6070/6075,1,0\\n";

    private final FakeBacktests backtests;
    private final Client client;
    private final CountDownLatch release = new CountDownLatch(1);

    @Autowired
    ReconciliationApiTest(FakeBacktests backtests, @LocalServerPort int port) {
        this.backtests = backtests;
        this.client = new Client(port);
    }

    @BeforeEach
    void runs_are_quick() {
        backtests.behaveQuickly();
    }

    @AfterEach
    void runs_end() {
        release.countDown();
        backtests.behaveQuickly();
    }

    private HttpResponse<String> reconcile(String job) {
        var id = job.substring(job.lastIndexOf('/') + 1);
        return client.post(PATH, "{\"backtest\": \"" + id + "\", \"csv\": \"" + CSV + "\"}");
    }

    private String code(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return client.json(answer).path("code").asString();
    }

    @Test
    void a_backtest_must_be_there_and_have_succeeded() {
        backtests.behave((_, _) -> release.await());
        var running = client.submit("{}");

        assertThat(code(reconcile("nothing"), 404)).isEqualTo("not-found");
        assertThat(code(reconcile(running), 409)).isEqualTo("result-not-ready");
    }

    /** The made-up result has neither sessions nor trades, as that of another version may lack what is needed. */
    @Test
    void a_result_that_lacks_what_is_needed_is_told_so() {
        var job = client.submit("{}");
        client.awaitStatus(job, "SUCCEEDED");

        assertThat(code(reconcile(job), 409)).isEqualTo("result-outdated");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                   | /backtest      | must be given
            {"backtest": 5}                                      | /backtest      | must be a text
            {"backtest": "x", "csvs": ""}                        | /csvs          | did you mean csv?
            {"backtest": "x", "csv": ["a"]}                      | /csv           | must be a text
            {"backtest": "x", "csv": "", "columns": ["a"]}       | /columns       | must be an object
            {"backtest": "x", "csv": "", "columns": {"pnl": 1}}  | /columns/pnl   | must be a text
            {"backtest": "x", "csv": "a", "columns": {"a/b": ""}} | /columns/a~1b | unknown column
            {"backtest": "x", "csv": "a", "zone": "Mars"}        | /zone          | must be a zone id
            {"backtest": "x", "csv": "a\\n\\"b"}                 | /csv           | line 2
            {"backtest": "x", "csv": "index"}                    | /csv           | has no column entryTime
            """)
    void what_is_wrong_is_named_where_it_stands(String body, String pointer, String message) {
        var answer = client.post(PATH, body);

        assertThat(code(answer, 400)).isEqualTo("invalid-request");
        assertThat(client.json(answer).path("errors").valueStream()).anySatisfy(error -> {
            assertThat(error.path("pointer").asString()).isEqualTo(pointer);
            assertThat(error.path("message").asString()).contains(message);
        });
    }

    @Test
    void every_mistake_is_named_at_once() {
        var answer =
                client.post(PATH, "{\"zone\": \"Mars\", \"columns\": {\"x\": \"y\"}, \"csv\": \"index\", \"y\": 1}");

        assertThat(client.json(answer)
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString()))
                .containsExactlyInAnyOrder("/y", "/backtest", "/zone", "/columns/x", "/csv", "/csv", "/csv", "/csv");
    }
}
