package com.gammareplay.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.marketdata.sqlite.SyntheticRecordings;
import com.gammareplay.testing.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/** Kills or stops the service while a plain backtest runs. */
@Tag("trial")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class InterruptionTest {

    private static final Duration TAKEN_UP = Duration.ofSeconds(5);
    /** Time to put back, to end streams and calls, and to close the database; as much again for a slow machine. */
    private static final Duration STOPPED = Duration.ofSeconds(30);

    private static final int SIGTERM = 128 + 15;
    private static final int SESSIONS = 10;
    private static final String BACKTEST = "{\"dataset\": \"trial\", \"parameters\": {\"step\": 1}}";
    private static final String SWEEP = """
            {"base": {"dataset": "trial", "parameters": {"step": 1}},
             "grid": {"stopLoss": [-0.1, -0.2, -0.3], "minCredit": [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2]}}""";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private Path recordings = Path.of("recordings");
    private final Caller caller = new Caller();

    @BeforeEach
    void record() throws IOException {
        recordings = Files.createDirectories(folder.resolve("recordings"));
        new SyntheticRecordings()
                .write(recordings.resolve("trial.db"), true, LocalDate.of(2026, 1, 12), SESSIONS, 1, (_, _) -> {});
    }

    private ServiceProcess start() {
        return ServiceProcess.start(
                        folder.resolve("home"),
                        recordings,
                        "--gamma.workers=1",
                        "--gamma.shutdown-grace=0s",
                        "--gamma.prepare.enabled=false")
                .awaitAnswer();
    }

    private String submit(ServiceProcess service, String path, String key, String body) {
        var response =
                caller.send(service.port(), path, Caller.submission(key, body)).orElseThrow();
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        return response.headers().firstValue("Location").orElseThrow();
    }

    private JsonNode job(ServiceProcess service, String path) {
        return Caller.json(caller.get(service.port(), path).orElseThrow());
    }

    private void await(ServiceProcess service, String job, String status) {
        Caller.await(
                job + " is " + status,
                Patience.LIMIT,
                () -> job(service, job).path("status").asString().equals(status));
    }

    /** States, attempts and deaths of the jobs as an ended process left them. */
    private List<String> left() {
        return JdbcClient.create(new DriverManagerDataSource("jdbc:sqlite:" + folder.resolve("home/jobs.db")))
                .sql("select status || ' ' || attempt || ' ' || deaths from job order by number")
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Test
    void a_backtest_that_ran_when_the_service_was_killed_is_taken_up_within_five_seconds() {
        String job;
        try (var service = start()) {
            job = submit(service, Caller.BACKTESTS, "killed", BACKTEST);
            await(service, job, "RUNNING");
            service.kill();
        }
        assertThat(left()).containsExactly("RUNNING 1 0");
        try (var service = start()) {
            Caller.await(
                    "the backtest is taken up",
                    TAKEN_UP,
                    () -> job(service, job).path("attempt").asInt() == 2);
            await(service, job, "SUCCEEDED");
            assertThat(job(service, job).path("attempt").asInt()).isEqualTo(2);
        }
    }

    /** As by whoever restarts a machine again and again: by what is left of it, the job could be to blame. */
    @Test
    void a_backtest_whose_process_is_killed_four_times_in_a_row_succeeds() {
        var job = "";
        for (var kill = 1; kill <= 4; kill++) {
            try (var service = start()) {
                job = kill == 1 ? submit(service, Caller.BACKTESTS, "innocent", BACKTEST) : job;
                await(service, job, "RUNNING");
                service.kill();
            }
            assertThat(left()).containsExactly("RUNNING " + kill + " " + (kill - 1));
        }
        try (var service = start()) {
            await(service, job, "SUCCEEDED");
            assertThat(job(service, job).path("attempt").asInt()).isEqualTo(5);
        }
    }

    @Test
    void a_stop_puts_running_jobs_back_and_ends_in_time() {
        List<String> jobs;
        try (var service = start()) {
            var sweep = submit(service, "/api/v1/sweeps", "sweep", SWEEP);
            var backtests = Stream.of("first", "second")
                    .map(key -> submit(service, Caller.BACKTESTS, key, BACKTEST))
                    .toList();
            jobs = Stream.concat(Stream.of(sweep), backtests.stream()).toList();
            await(service, sweep, "RUNNING");
            await(service, backtests.getFirst(), "RUNNING");

            assertThat(service.stop(STOPPED)).as("it ends in time").isTrue();
            assertThat(service.exitStatus()).isEqualTo(SIGTERM);
        }
        assertThat(left()).containsExactly("QUEUED 1 0", "QUEUED 1 0", "QUEUED 0 0");
        try (var service = start()) {
            jobs.forEach(job -> await(service, job, "SUCCEEDED"));
            assertThat(jobs.stream()
                            .map(job -> job(service, job).path("attempt").asInt()))
                    .containsExactly(2, 2, 1);
        }
    }
}
