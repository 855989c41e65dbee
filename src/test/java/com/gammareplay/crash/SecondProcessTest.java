package com.gammareplay.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.marketdata.sqlite.SyntheticRecordings;
import com.gammareplay.testing.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one folder: the second would take the jobs of the first for those of a dead one. */
@Tag("trial")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class SecondProcessTest {

    private static final Duration PATIENCE = Patience.LIMIT;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private final Caller caller = new Caller();

    @Test
    void a_second_process_is_refused_and_the_first_goes_on() throws IOException {
        var home = folder.resolve("home");
        var recordings = Files.createDirectories(folder.resolve("recordings"));
        new SyntheticRecordings()
                .write(recordings.resolve("trial.db"), true, LocalDate.of(2026, 1, 12), 1, 1, (_, _) -> {});
        try (var first =
                ServiceProcess.start(home, recordings, "--gamma.workers=1").awaitAnswer()) {
            var job = caller.send(
                            first.port(), Caller.BACKTESTS, Caller.submission("key", "{\"parameters\": {\"step\": 1}}"))
                    .flatMap(response -> response.headers().firstValue("Location"))
                    .orElseThrow();
            try (var second = ServiceProcess.start(home, recordings)) {
                Caller.await("the second process ends", PATIENCE, () -> !second.isAlive());

                assertThat(second.exitStatus()).isEqualTo(1);
                assertThat(Files.readString(folder.resolve("service.log")))
                        .contains("Another gamma-replay uses the folder " + home)
                        .contains("Set GAMMA_HOME to a folder that this user can write to and that no other"
                                + " gamma-replay uses.")
                        .doesNotContain("\tat ");
            }
            Caller.await(
                    "the job of the first ends",
                    PATIENCE,
                    () -> !job(first, job).contains("\"finishedAt\":null"));
            assertThat(job(first, job)).contains("\"status\":\"SUCCEEDED\"", "\"attempt\":1");
        }
    }

    private String job(ServiceProcess service, String path) {
        return caller.get(service.port(), path).orElseThrow().body();
    }
}
