package com.gammareplay.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.marketdata.sqlite.SyntheticRecordings;
import com.gammareplay.testing.Patience;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Kills the service while it sweeps. */
@Tag("trial")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class SweepCrashTest {

    private static final String SWEEPS = "/api/v1/sweeps";
    private static final Duration TAKEN_UP = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Patience.LIMIT;

    private static final int SESSIONS = 2;
    private static final int TRIALS = 40 * 35;

    /** Two slices, then a window in which as many rows are replayed again. */
    private static final String SWEEP = """
            {"base": {"dataset": "trial", "indices": ["SPX"], "parameters": {"step": 60}},
             "grid": {"stopLoss": [%s], "minCredit": [%s]},
             "walkForward": {"trainSessions": 1, "testSessions": 1}}""".formatted(numbers(40, -0.1, -0.01), numbers(35, 0.5, 0.1));

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private Path recordings = Path.of("recordings");
    private final Caller caller = new Caller();

    private static String numbers(int count, double first, double step) {
        return IntStream.range(0, count)
                .mapToObj(i -> Double.toString(first + i * step))
                .collect(Collectors.joining(","));
    }

    @BeforeEach
    void record() throws IOException {
        recordings = Files.createDirectories(folder.resolve("recordings"));
        new SyntheticRecordings()
                .write(recordings.resolve("trial.db"), true, LocalDate.of(2026, 1, 12), SESSIONS, 1, (_, _) -> {});
    }

    private ServiceProcess start() {
        return ServiceProcess.start(folder.resolve("home"), recordings).awaitAnswer();
    }

    private String submit(ServiceProcess service, String key) {
        var response = caller.send(service.port(), SWEEPS, Caller.submission(key, SWEEP))
                .orElseThrow();
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        return response.headers().firstValue("Location").orElseThrow();
    }

    private JsonNode job(ServiceProcess service, String sweep) {
        return Caller.json(caller.get(service.port(), sweep).orElseThrow());
    }

    private int kept(ServiceProcess service, String sweep) {
        return job(service, sweep).path("progress").path("trialsDone").asInt();
    }

    private String status(ServiceProcess service, String sweep) {
        return job(service, sweep).path("status").asString();
    }

    private void awaitEnd(ServiceProcess service, String sweep) {
        Caller.await(
                "the sweep ends",
                PATIENCE,
                () -> !job(service, sweep).path("finishedAt").isNull());
        assertThat(status(service, sweep)).isEqualTo("SUCCEEDED");
    }

    private String document(ServiceProcess service, String path, String type) {
        var response = caller.send(
                        service.port(), path, HttpRequest.newBuilder().header("Accept", type))
                .orElseThrow();
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    @Test
    void a_sweep_goes_on_behind_its_last_slice_after_a_kill_and_gives_the_same_bytes() {
        String killed;
        int kept;
        try (var service = start()) {
            killed = submit(service, "killed");
            Caller.await("a slice is kept", PATIENCE, () -> kept(service, killed) > 0);
            kept = kept(service, killed);
            service.kill();
        }
        assertThat(kept).isLessThan(TRIALS);
        try (var service = start()) {
            Caller.await(
                    "the sweep is taken up",
                    TAKEN_UP,
                    () -> !status(service, killed).equals("QUEUED"));
            Caller.await(
                    "it says how far it is",
                    PATIENCE,
                    () -> !job(service, killed).path("progress").isNull());
            assertThat(job(service, killed)
                            .path("progress")
                            .path("sessionsDone")
                            .asInt())
                    .as("what was kept is not replayed again")
                    .isGreaterThanOrEqualTo(SESSIONS * (kept + 1));
            awaitEnd(service, killed);
            assertThat(job(service, killed).path("attempt").asInt()).isEqualTo(2);

            var undisturbed = submit(service, "undisturbed");
            awaitEnd(service, undisturbed);
            assertThat(document(service, killed + "/results", "text/csv"))
                    .isEqualTo(document(service, undisturbed + "/results", "text/csv"))
                    .hasLineCount(TRIALS + 1);
            assertThat(document(service, killed + "/walk-forward", "application/json"))
                    .isEqualTo(document(service, undisturbed + "/walk-forward", "application/json"));
        }
    }
}
