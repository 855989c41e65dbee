package com.gammareplay.api.backtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gammareplay.api.Client;
import com.gammareplay.api.ServiceTest;
import com.gammareplay.fake.FakeBacktests;
import com.gammareplay.marketdata.DataException;
import com.gammareplay.replay.ReplayListener;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class BacktestApiTest {

    private static final String BACKTESTS = "/api/v1/backtests";

    private final FakeBacktests backtests;
    private final Client client;
    private final CountDownLatch release = new CountDownLatch(1);

    @Autowired
    BacktestApiTest(FakeBacktests backtests, @LocalServerPort int port) {
        this.backtests = backtests;
        client = new Client(port);
    }

    @BeforeEach
    void runs_are_quick() {
        backtests.behaveQuickly();
    }

    @AfterEach
    void nothing_runs_on() {
        release.countDown();
        backtests.behaveQuickly();
        await().untilAsserted(
                        () -> assertThat(client.get(BACKTESTS + "?limit=1000").body())
                                .doesNotContain("\"QUEUED\"", "\"RUNNING\"", "\"CANCELLING\""));
    }

    @Test
    void a_backtest_is_accepted_as_a_job_and_ends_with_its_result() {
        var response = client.post(BACKTESTS, """
                {"dataset": "demo", "databaseZone": "Asia/Tokyo", "parameters": {"minCredit": 1.0}, "label": "lower", "tags": ["tuning", "é😀"]}""");

        assertThat(response.statusCode()).isEqualTo(202);
        var accepted = client.json(response);
        assertThat(response.headers().firstValue("Location"))
                .hasValue(accepted.path("links").path("self").asString());
        var job = client.awaitStatus(accepted.path("links").path("self").asString(), "SUCCEEDED");
        assertThat(job.propertyNames())
                .containsExactly(
                        "id",
                        "status",
                        "label",
                        "tags",
                        "request",
                        "createdAt",
                        "startedAt",
                        "finishedAt",
                        "queuePosition",
                        "attempt",
                        "progress",
                        "error",
                        "headline",
                        "links");
        assertThat(job.path("label").asString()).isEqualTo("lower");
        assertThat(job.path("tags").path(1).asString()).isEqualTo("é😀");
        assertThat(job.path("request").path("databaseZone").asString()).isEqualTo("Asia/Tokyo");
        assertThat(job.path("request").path("parameters").path("minCredit").asDouble())
                .isEqualTo(1.0);
        assertThat(job.path("request").path("parameters").path("vixFloor").asDouble())
                .isEqualTo(13.0);
        assertThat(job.path("attempt").asInt()).isEqualTo(1);
        assertThat(job.path("progress").path("fraction").asDouble()).isEqualTo(1.0);
        assertThat(job.path("progress").path("pnl").toString()).isEqualTo("105.00");
        assertThat(job.path("headline").toString()).isEqualTo("{\"trades\":3,\"totalPnl\":12.50}");
        assertThat(job.path("queuePosition").isNull()).isTrue();
        assertThat(job.path("error").isNull()).isTrue();
    }

    @Test
    void a_job_links_to_its_result() {
        var job = client.awaitStatus(client.submit("{}"), "SUCCEEDED");

        assertThat(client.get(job.path("links").path("result").asString()).body())
                .isEqualTo("{\"summary\":{\"trades\":3,\"totalPnl\":12.50}}");
    }

    @Test
    void trades_come_in_pages_of_json_and_whole_in_other_forms() {
        var job = client.submit("{}");
        client.awaitStatus(job, "SUCCEEDED");

        var first = client.json(client.get(job + "/trades?limit=2"));
        assertThat(first.path("items").toString())
                .isEqualTo("[{\"number\":1,\"pnl\":1.50},{\"number\":2,\"pnl\":1.50}]");
        var second = client.json(
                client.get(job + "/trades?limit=2&cursor=" + first.path("next").asString()));
        assertThat(second.path("items").toString()).isEqualTo("[{\"number\":3,\"pnl\":1.50}]");
        assertThat(second.path("next").isNull()).isTrue();
        var other = client.submit("{}");
        client.awaitStatus(other, "SUCCEEDED");
        assertThat(client.get(other + "/trades?cursor=" + first.path("next").asString())
                        .statusCode())
                .isEqualTo(400);

        var csv = client.send(client.request(job + "/trades?limit=2").header("Accept", "text/csv"));
        assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(csv.body().lines()).hasSize(4);
        var ndjson =
                client.send(client.request(job + "/decisions").header("Accept", "application/x-ndjson, */*;q=0.1"));
        assertThat(ndjson.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        assertThat(ndjson.body().lines()).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({"trades", "decisions"})
    void a_path_of_csv_gives_it_to_those_who_cannot_choose(String document) {
        var job = client.submit("{}");
        client.awaitStatus(job, "SUCCEEDED");
        var path = job + "/" + document;
        var chosen = client.send(client.request(path).header("Accept", "text/csv"));

        for (var accept : List.of("*/*", "application/json", "application/problem+json")) {
            var csv = client.send(client.request(path + ".csv").header("Accept", accept));
            assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
            assertThat(csv.body()).isEqualTo(chosen.body());
        }
        assertThat(client.json(client.get(path + ".csv?limit=2"))
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/limit");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/csv;q=0                   | 406 | application/problem+json
            text/csv;q=0, */*              | 200 | application/json
            application/json;q=0, */*      | 200 | text/csv;charset=UTF-8
            application/json;q=0, text/*   | 200 | text/csv;charset=UTF-8
            text/csv;q=0.1, application/*  | 200 | application/json
            """)
    void a_form_that_is_not_wanted_is_not_given(String accept, int status, String type) {
        var job = client.submit("{}");
        client.awaitStatus(job, "SUCCEEDED");

        var answer = client.send(client.request(job + "/trades").header("Accept", accept));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
    }

    @Test
    void a_running_job_shows_its_progress_and_has_no_result_yet() {
        backtests.behave((_, listener) -> {
            listener.progress(FakeBacktests.progress(4));
            release.await();
        });
        var job = client.submit("{}");

        await().untilAsserted(() -> assertThat(client.json(client.get(job))
                        .path("progress")
                        .path("sessionsDone")
                        .asInt())
                .isEqualTo(4));
        assertThat(client.status(job)).isEqualTo("RUNNING");
        var result = client.get(job + "/result");
        assertThat(result.statusCode()).isEqualTo(409);
        assertThat(client.json(result).path("code").asString()).isEqualTo("result-not-ready");
        var deleted = client.delete(job);
        assertThat(deleted.statusCode()).isEqualTo(409);
        assertThat(client.json(deleted).path("code").asString()).isEqualTo("not-finished");
        release.countDown();
        client.awaitStatus(job, "SUCCEEDED");
    }

    @Test
    void jobs_run_side_by_side_and_wait_their_turn() {
        backtests.behave((_, _) -> release.await());
        var first = client.submit("{}");
        var second = client.submit("{}");
        client.awaitStatus(first, "RUNNING");
        client.awaitStatus(second, "RUNNING");
        var third = client.submit("{}");
        var fourth = client.submit("{}");

        assertThat(client.json(client.get(third)).path("queuePosition").asInt()).isEqualTo(1);
        assertThat(client.json(client.get(fourth)).path("queuePosition").asInt())
                .isEqualTo(2);
        assertThat(client.json(client.get(BACKTESTS))
                        .path("items")
                        .path(0)
                        .path("queuePosition")
                        .asInt())
                .isEqualTo(2);
        release.countDown();
        client.awaitStatus(fourth, "SUCCEEDED");
    }

    @Test
    void a_waiting_job_is_cancelled_at_once_and_a_running_one_soon() {
        backtests.behave((_, listener) -> untilCancelled(listener));
        var first = client.submit("{}");
        var second = client.submit("{}");
        client.awaitStatus(first, "RUNNING");
        client.awaitStatus(second, "RUNNING");
        var waiting = client.submit("{}");

        var queued = client.post(waiting + "/cancel", "");
        assertThat(queued.statusCode()).isEqualTo(200);
        assertThat(client.json(queued).path("status").asString()).isEqualTo("CANCELLED");
        var running = client.post(first + "/cancel", "");
        assertThat(running.statusCode()).isEqualTo(202);
        assertThat(client.json(running).path("status").asString()).isEqualTo("CANCELLING");
        client.post(second + "/cancel", "");

        client.awaitStatus(first, "CANCELLED");
        client.awaitStatus(second, "CANCELLED");
        assertThat(client.post(first + "/cancel", "").statusCode()).isEqualTo(200);
        var result = client.get(first + "/result");
        assertThat(result.statusCode()).isEqualTo(409);
        assertThat(client.json(result).path("code").asString()).isEqualTo("no-result");
    }

    private static void untilCancelled(ReplayListener listener) {
        while (!listener.isCancelled()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void a_job_whose_kept_day_is_cut_off_is_begun_again() {
        backtests.behave((_, _) -> {
            backtests.behaveQuickly();
            throw new InternalError("a fault occurred in an unsafe memory access operation");
        });

        var job = client.awaitStatus(client.submit("{}"), "SUCCEEDED");

        assertThat(job.path("attempt").asInt()).isEqualTo(2);
    }

    @Test
    void a_failed_job_says_why_and_leaves_the_next_alone() {
        backtests.behave((_, _) -> {
            throw new DataException(DataException.Kind.CORRUPT, "demo.db, leg_prices, row 7: no number");
        });
        var corrupt = client.awaitStatus(client.submit("{}"), "FAILED");
        backtests.behave((_, _) -> {
            throw new OutOfMemoryError("for the test");
        });
        var greedy = client.awaitStatus(client.submit("{}"), "FAILED");
        backtests.behave((_, _) -> {
            throw new IllegalStateException("select secret from /etc/passwd");
        });
        var broken = client.awaitStatus(client.submit("{}"), "FAILED");
        backtests.behave((_, _) -> {
            throw new InternalError("the JVM is at its wits' end");
        });
        var internal = client.awaitStatus(client.submit("{}"), "FAILED");
        backtests.behaveQuickly();

        assertThat(corrupt.path("error").path("code").asString()).isEqualTo("data-corrupt");
        assertThat(corrupt.path("error").path("detail").asString()).contains("row 7");
        assertThat(greedy.path("error").path("code").asString()).isEqualTo("out-of-memory");
        assertThat(broken.path("error").path("code").asString()).isEqualTo("internal");
        assertThat(internal.path("error").path("code").asString()).isEqualTo("internal");
        assertThat(broken.toString()).doesNotContain("secret");
        client.awaitStatus(client.submit("{}"), "SUCCEEDED");
    }

    @Test
    void pages_stay_right_while_jobs_arrive() {
        var jobs = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            jobs.add(client.submit("{}"));
        }
        var first = client.json(client.get(BACKTESTS + "?limit=2"));
        client.submit("{}");
        var second = client.json(
                client.get(BACKTESTS + "?limit=2&cursor=" + first.path("next").asString()));

        assertThat(first.path("items")
                        .valueStream()
                        .map(item -> item.path("links").path("self").asString()))
                .containsExactly(jobs.get(4), jobs.get(3));
        assertThat(second.path("items")
                        .valueStream()
                        .map(item -> item.path("links").path("self").asString()))
                .containsExactly(jobs.get(2), jobs.get(1));
    }

    /** As clients do where the description has no other answer that is JSON. */
    private HttpRequest.Builder byGeneratedClient(String path) {
        return client.request(path).header("Accept", "application/problem+json");
    }

    @Test
    void a_finished_job_can_be_deleted() {
        var job = client.submit("{}");
        client.awaitStatus(job, "SUCCEEDED");

        var events = client.send(byGeneratedClient(job + "/events").header("Last-Event-ID", "0-0-QUEUED"));
        assertThat(events.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        assertThat(client.send(byGeneratedClient(job).DELETE()).statusCode()).isEqualTo(204);
        assertThat(client.get(job).statusCode()).isEqualTo(404);
        assertThat(client.get(job + "/result").statusCode()).isEqualTo(404);
        assertThat(client.delete(job).statusCode()).isEqualTo(404);
    }
}
