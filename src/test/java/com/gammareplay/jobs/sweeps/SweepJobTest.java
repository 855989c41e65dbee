package com.gammareplay.jobs.sweeps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gammareplay.api.Client;
import com.gammareplay.api.sweeps.SweepService;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/** Sweeps that run, wait, end early and are taken up again; with one worker for backtests. */
class SweepJobTest {

    /** More slices than one, with so many ticks that a test can do something meanwhile. */
    private static final String LONG = sweep(60, 40, "4");

    /** Two slices. */
    private static final String MEDIUM = sweep(40, 35, "15");

    @TempDir
    private Path home;

    private static String sweep(int stops, int credits, String step) {
        return """
                {"base": {"dataset": "demo", "indices": ["SPX"], "parameters": {"step": %s}},
                 "grid": {"stopLoss": [%s], "minCredit": [%s]}}""".formatted(step, numbers(stops, -0.1, -0.01), numbers(credits, 0.5, 0.1));
    }

    private static String numbers(int count, double first, double step) {
        return IntStream.range(0, count)
                .mapToObj(i -> Double.toString(first + i * step))
                .collect(Collectors.joining(","));
    }

    private static JsonNode awaitRows(Client client, String sweep) {
        await().pollInterval(Duration.ofMillis(10))
                .untilAsserted(() -> assertThat(client.json(client.get(sweep))
                                .path("progress")
                                .path("trialsDone")
                                .asInt())
                        .isPositive());
        return client.json(client.get(sweep));
    }

    private static JsonNode awaitEnd(Client client, String job) {
        await().pollInterval(Duration.ofMillis(50))
                .until(() -> !client.json(client.get(job)).path("finishedAt").isNull());
        return client.json(client.get(job));
    }

    private static Instant instant(JsonNode job, String field) {
        return Instant.parse(job.path(field).asString());
    }

    @Test
    void a_backtest_starts_within_a_second_beside_a_sweep_and_a_second_sweep_waits() {
        try (var service = SweepService.start(home)) {
            var client = service.client();
            var running = service.submit(LONG);
            client.awaitStatus(running, "RUNNING");
            var waiting = service.submit(LONG);
            var backtest = client.awaitStatus(client.submit("{\"dataset\": \"demo\"}"), "SUCCEEDED");

            assertThat(Duration.between(instant(backtest, "createdAt"), instant(backtest, "startedAt")))
                    .isLessThan(Duration.ofSeconds(1));
            assertThat(client.status(running)).isEqualTo("RUNNING");
            assertThat(client.json(client.get(waiting)).path("queuePosition").asInt())
                    .isEqualTo(1);
            assertThat(client.get(running + "/results").statusCode()).isEqualTo(409);
            assertThat(client.json(client.get(running + "/results"))
                            .path("code")
                            .asString())
                    .isEqualTo("result-not-ready");
            assertThat(client.delete(running).statusCode()).isEqualTo(409);
            assertThat(client.post(waiting + "/cancel", "").statusCode()).isEqualTo(200);
            client.post(running + "/cancel", "");
        }
    }

    @Test
    void a_running_sweep_is_cancelled_and_the_next_one_begins() {
        try (var service = SweepService.start(home)) {
            var client = service.client();
            var running = service.submit(LONG);
            var next = service.submit(sweep(2, 2, "30"));
            cancel(client, running);

            assertThat(client.json(client.get(running + "/results"))
                            .path("code")
                            .asString())
                    .isEqualTo("no-result");
            assertThat(awaitEnd(client, next).path("status").asString()).isEqualTo("SUCCEEDED");
            assertThat(client.delete(running).statusCode()).isEqualTo(204);
            assertThat(rows()).isEqualTo(5);
        }
    }

    /** Some of them while the first rows are made ready, others amid a session. */
    @Test
    void a_running_sweep_ends_within_a_fifth_of_a_second() {
        try (var service = SweepService.start(home)) {
            var client = service.client();
            var times = IntStream.range(0, 9)
                    .mapToObj(number -> {
                        var running = service.submit(LONG);
                        if (number % 2 == 0) {
                            awaitSession(client, running);
                        }
                        return cancel(client, running);
                    })
                    .sorted()
                    .toList();

            assertThat(times.get(times.size() / 2)).as(times.toString()).isLessThan(Duration.ofMillis(200));
        }
    }

    private static void awaitSession(Client client, String sweep) {
        await().pollInterval(Duration.ofMillis(10))
                .until(() -> !client.json(client.get(sweep)).path("progress").isNull());
    }

    /** How long it takes from the call to the end of a sweep that runs. */
    private static Duration cancel(Client client, String sweep) {
        await().pollInterval(Duration.ofMillis(1))
                .until(() -> client.status(sweep).equals("RUNNING"));
        var asked = Instant.now();
        assertThat(client.post(sweep + "/cancel", "").statusCode()).isEqualTo(202);
        var cancelled = awaitEnd(client, sweep);
        assertThat(cancelled.path("status").asString()).isEqualTo("CANCELLED");
        return Duration.between(asked, instant(cancelled, "finishedAt"));
    }

    private JdbcClient database() {
        return JdbcClient.create(new DriverManagerDataSource("jdbc:sqlite:" + home.resolve("jobs.db")));
    }

    private int rows() {
        return database()
                .sql("select count(*) from sweep_row")
                .query(Integer.class)
                .single();
    }

    @Test
    void a_sweep_is_taken_up_after_a_restart_where_it_stopped() {
        String sweep;
        int kept;
        try (var service = SweepService.start(home)) {
            sweep = service.submit(MEDIUM);
            kept = awaitRows(service.client(), sweep)
                    .path("progress")
                    .path("trialsDone")
                    .asInt();
        }
        assertThat(kept).isLessThan(1400);
        assertThat(rows()).isGreaterThan(kept).isLessThan(1401);
        database().sql("update job set deaths = 2").update();
        try (var service = SweepService.start(home)) {
            var client = service.client();
            var ended = awaitEnd(client, sweep);

            assertThat(ended.path("status").asString()).isEqualTo("SUCCEEDED");
            assertThat(ended.path("attempt").asInt()).isEqualTo(2);
            assertThat(ended.path("progress").path("fraction").asDouble()).isEqualTo(1.0);
            assertThat(rows()).isEqualTo(1401);
            assertThat(database()
                            .sql("select deaths from job")
                            .query(Integer.class)
                            .single())
                    .isZero();
            var whole = service.submit(MEDIUM);
            awaitEnd(client, whole);
            assertThat(csv(client, sweep)).isEqualTo(csv(client, whole)).hasLineCount(1401);
        }
    }

    @Test
    void a_sweep_that_is_taken_up_by_another_version_begins_anew_and_says_so() {
        String sweep;
        try (var service = SweepService.start(home)) {
            sweep = service.submit(MEDIUM);
            awaitRows(service.client(), sweep);
        }
        database()
                .sql("update sweep set data = 'an older one' || substr(data, instr(data, char(10)))")
                .update();
        database().sql("update sweep_row set headline = '{}'").update();
        try (var service = SweepService.start(home)) {
            var client = service.client();
            assertThat(awaitEnd(client, sweep).path("status").asString()).isEqualTo("SUCCEEDED");
            var whole = service.submit(MEDIUM);
            awaitEnd(client, whole);
            assertThat(csv(client, sweep)).isEqualTo(csv(client, whole));
            var backtest = client.awaitStatus(client.submit("""
                    {"dataset": "demo", "indices": ["SPX"], "parameters": {"step": 15}}"""), "SUCCEEDED");
            var alone =
                    client.json(client.get(backtest.path("links").path("result").asString()));

            var results = client.json(client.get(sweep + "/results"));
            assertThat(results.path("provenance")).isEqualTo(alone.path("provenance"));
            assertThat(results.path("warnings").path(0).path("code").asString()).isEqualTo("BEGUN_ANEW");
            assertThat(results.path("warnings").path(0).path("count").asInt()).isEqualTo(1);
            var undisturbed = client.json(client.get(whole + "/results"));
            assertThat(undisturbed.path("warnings").isEmpty()).isTrue();
            assertThat(undisturbed.path("provenance")).isEqualTo(alone.path("provenance"));
        }
    }

    private static String csv(Client client, String sweep) {
        return client.send(client.request(sweep + "/results").header("Accept", "text/csv"))
                .body();
    }

    @Test
    void a_sweep_that_takes_too_long_fails() {
        try (var service = SweepService.start(home, "--gamma.sweep-timeout=50ms")) {
            var client = service.client();
            var failed = awaitEnd(client, service.submit(LONG));

            assertThat(failed.path("status").asString()).isEqualTo("FAILED");
            assertThat(failed.path("error").path("code").asString()).isEqualTo("timeout");
            assertThat(failed.path("error").path("title").asString()).isEqualTo("Sweep failed");
        }
    }

    @Test
    void walk_forward_tests_and_samples_are_there_in_json() {
        try (var service = SweepService.start(home)) {
            var client = service.client();
            var sweep = service.submit("""
                    {"base": {"dataset": "demo", "indices": ["SPX"], "label": "of the base"},
                     "ranges": {"stopLoss": {"min": -0.5, "max": -0.1, "step": 0.1}, "maxOpenPositions": [1, 3]},
                     "samples": 6, "seed": 5,
                     "walkForward": {"trainSessions": 2, "testSessions": 1, "objective": "-expectancy"}}""");
            var ended = awaitEnd(client, sweep);

            assertThat(ended.path("status").asString()).isEqualTo("SUCCEEDED");
            assertThat(ended.path("label").asString()).isEqualTo("of the base");
            assertThat(ended.path("trials").asInt()).isEqualTo(6);
            assertThat(ended.path("progress").path("fraction").asDouble()).isEqualTo(1.0);
            var request = ended.path("request");
            assertThat(request.path("ranges").path("stopLoss").toString())
                    .isEqualTo("{\"min\":-0.5,\"max\":-0.1,\"step\":0.1}");
            assertThat(request.path("walkForward").toString())
                    .isEqualTo("{\"trainSessions\":2,\"testSessions\":1,\"step\":1,\"objective\":\"-expectancy\"}");
            var test = client.json(
                    client.get(ended.path("links").path("walkForward").asString()));
            assertThat(test.path("objective").asString()).isEqualTo("-expectancy");
            assertThat(test.path("windows").size()).isEqualTo(2);
            assertThat(test.path("windows").path(0).path("train").toString())
                    .isEqualTo("{\"from\":\"2025-11-24\",\"to\":\"2025-11-25\"}");
            assertThat(test.path("outOfSample").path("tradedSessions").asInt()).isEqualTo(2);
            var again = service.submit(request.toString());
            awaitEnd(client, again);
            assertThat(client.get(again + "/walk-forward").body())
                    .isEqualTo(client.get(sweep + "/walk-forward").body());
            assertThat(csv(client, again)).isEqualTo(csv(client, sweep));
        }
    }
}
