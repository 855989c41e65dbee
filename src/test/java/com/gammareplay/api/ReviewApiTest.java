package com.gammareplay.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gammareplay.fake.FakeBacktests;
import com.gammareplay.jobs.JobKind;
import com.gammareplay.jobs.intake.Jobs;
import java.net.http.HttpResponse;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Calls for which a backtest is replayed again, and when they are not served. */
@ServiceTest
class ReviewApiTest {

    private static final int MOST = 4;

    private final FakeBacktests backtests;
    private final Jobs jobs;
    private final Client client;

    @Autowired
    ReviewApiTest(FakeBacktests backtests, Jobs jobs, @LocalServerPort int port) {
        this.backtests = backtests;
        this.jobs = jobs;
        this.client = new Client(port);
    }

    @BeforeEach
    @AfterEach
    void runs_are_quick() {
        backtests.behaveQuickly();
    }

    private String succeeded() {
        var job = client.submit("{}");
        client.awaitStatus(job, "SUCCEEDED");
        return job;
    }

    private String code(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return client.json(answer).path("code").asString();
    }

    @Test
    void a_few_are_replayed_at_once_and_more_are_told_when_to_come_again() throws Exception {
        var job = succeeded();
        var begun = new AtomicInteger();
        var release = new CountDownLatch(1);
        backtests.behave((_, _) -> {
            begun.incrementAndGet();
            release.await();
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var served =
                    Stream.generate(() -> threads.submit(get(job))).limit(MOST).toList();
            try {
                await().until(() -> begun.get() == MOST);

                var refused = client.get(job + "/band");
                assertThat(code(refused, 503)).isEqualTo("too-many-reruns");
                assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
                assertThat(code(client.get(job + "/report"), 503)).isEqualTo("too-many-reruns");
            } finally {
                release.countDown();
            }
            for (Future<HttpResponse<String>> answer : served) {
                assertThat(answer.get().statusCode()).isNotEqualTo(503);
            }
        }
        assertThat(client.get(job + "/band").statusCode()).isNotEqualTo(503);
    }

    private Callable<HttpResponse<String>> get(String job) {
        return () -> client.get(job + "/equity");
    }

    @Test
    void what_takes_too_long_is_told_so() {
        var job = succeeded();
        backtests.behave((_, _) -> {
            throw new CancellationException("for the test");
        });

        var answer = client.get(job + "/equity");

        assertThat(code(answer, 503)).isEqualTo("rerun-too-long");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("10");
        var page = client.get(job + "/report");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Replaying the backtest again took over a minute");
    }

    @Test
    void a_job_that_is_deleted_meanwhile_is_not_found() {
        var job = succeeded();
        backtests.behave((_, _) -> jobs.delete(JobKind.BACKTEST, job.substring(job.lastIndexOf('/') + 1)));

        assertThat(code(client.get(job + "/band"), 404)).isEqualTo("not-found");
    }

    @Test
    void a_job_that_is_deleted_meanwhile_has_no_page() {
        var job = succeeded();
        backtests.behave((_, _) -> jobs.delete(JobKind.BACKTEST, job.substring(job.lastIndexOf('/') + 1)));

        assertThat(code(client.get(job + "/report"), 404)).isEqualTo("not-found");
    }

    @Test
    void a_result_that_does_not_say_of_which_rows_it_is_cannot_be_looked_at() {
        var job = succeeded();

        assertThat(code(client.get(job + "/trades/1/path"), 409)).isEqualTo("data-changed");
        assertThat(client.get(job + "/report").body()).contains("others than those of the result", "Total P&amp;L");
    }

    @Test
    void there_must_be_a_result() {
        backtests.behave(FakeBacktests.UNTIL_CANCELLED);
        var job = client.submit("{}");
        client.awaitStatus(job, "RUNNING");

        for (var path : new String[] {"/trades/1/path", "/equity", "/band", "/report"}) {
            assertThat(code(client.get(job + path), 409)).isEqualTo("result-not-ready");
        }
        assertThat(code(client.post(job + "/trades/1/what-if", "{\"parameters\": {}}"), 409))
                .isEqualTo("result-not-ready");
        assertThat(code(client.post(job + "/verify", ""), 409)).isEqualTo("result-not-ready");
        client.post(job + "/cancel", "");
        client.awaitStatus(job, "CANCELLED");
        assertThat(code(client.post(job + "/verify", ""), 409)).isEqualTo("no-result");
        assertThat(code(client.get(job + "/equity"), 409)).isEqualTo("no-result");
        assertThat(code(client.get("/api/v1/backtests/none/equity"), 404)).isEqualTo("not-found");
    }

    private HttpResponse<String> compared(String left, String right) {
        return client.post("/api/v1/comparisons", "{\"left\": \"" + id(left) + "\", \"right\": \"" + id(right) + "\"}");
    }

    private static String id(String job) {
        return job.substring(job.lastIndexOf('/') + 1);
    }

    private void assertRefused(HttpResponse<String> answer, int status, String code, String pointer) {
        assertThat(code(answer, status)).isEqualTo(code);
        assertThat(client.json(answer).at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    @Test
    void both_sides_of_a_comparison_must_have_a_result() {
        var left = succeeded();
        backtests.behave(FakeBacktests.UNTIL_CANCELLED);
        var right = client.submit("{}");
        client.awaitStatus(right, "RUNNING");

        var refused = compared(left, right);
        assertRefused(refused, 409, "result-not-ready", "/right");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertRefused(compared(right, left), 409, "result-not-ready", "/left");
        client.post(right + "/cancel", "");
        client.awaitStatus(right, "CANCELLED");
        assertRefused(compared(left, right), 409, "no-result", "/right");
        assertRefused(compared(left, "none"), 404, "not-found", "/right");

        var both = client.json(compared("none", right));
        assertThat(both.path("code").asString()).isEqualTo("not-found");
        assertThat(both.path("errors").findValuesAsString("pointer")).containsExactly("/left", "/right");
        assertThat(both.at("/errors/0/message").asString()).isEqualTo("There is no such backtest.");
        assertThat(both.at("/errors/1/message").asString())
                .isEqualTo(client.json(compared(left, right)).path("detail").asString());
    }

    @Test
    void a_result_that_does_not_say_from_what_it_was_made_can_be_checked_again() {
        var answer = client.post(succeeded() + "/verify", "");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(client.json(answer).path("identical").asBoolean()).isTrue();
        assertThat(client.json(answer).at("/provenance/kept").isObject()).isTrue();
    }

    @Test
    void a_sweep_is_no_backtest_to_compare() {
        var left = succeeded();
        var sweep = client.post("/api/v1/sweeps", "{\"base\": {}, \"grid\": {\"minCredit\": [1]}}");
        assertThat(sweep.statusCode()).as(sweep.body()).isEqualTo(202);

        assertRefused(compared(sweep.headers().firstValue("Location").orElseThrow(), left), 404, "not-found", "/left");
    }

    @Test
    void what_names_no_two_backtests_is_refused_with_all_that_is_wrong() {
        var answer = client.post("/api/v1/comparisons", "{\"left\": 5, \"rigth\": \"x\"}");

        assertThat(code(answer, 400)).isEqualTo("invalid-request");
        assertThat(client.json(answer).path("errors").findValuesAsString("pointer"))
                .containsExactly("/left", "/rigth", "/right");
        assertThat(answer.body()).contains("did you mean right?", "must be a text");
    }
}
