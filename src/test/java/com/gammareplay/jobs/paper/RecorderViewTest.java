package com.gammareplay.jobs.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recorder of a service, on a Saturday. */
class RecorderViewTest {

    private static final InstantSource SATURDAY = InstantSource.fixed(Instant.parse("2025-11-22T15:00:00Z"));

    @Test
    void a_recorder_that_is_on_says_what_it_waits_for(@TempDir Path home) {
        try (var service = PaperService.start(
                home,
                SATURDAY,
                "--gamma.tradier.token=secret-token",
                "--gamma.recorder.enabled=true",
                "--gamma.recorder.dataset=mine",
                "--gamma.recorder.indices=NDX",
                "--gamma.recorder.retention-days=30")) {
            var recorder = service.get("/api/v1/recorder");

            assertThat(recorder.path("enabled").booleanValue()).isTrue();
            assertThat(recorder.path("recording").booleanValue()).isFalse();
            assertThat(recorder.path("session").isNull()).isTrue();
            assertThat(recorder.path("nextSession").asString()).isEqualTo("2025-11-24");
            assertThat(recorder.path("dataset").asString()).isEqualTo("mine");
            assertThat(recorder.path("source").asString()).isEqualTo("tradier");
            assertThat(recorder.path("indices").toString()).isEqualTo("[\"NDX\"]");
            assertThat(recorder.path("retentionDays").intValue()).isEqualTo(30);
            assertThat(recorder.path("bytes").longValue()).isZero();
        }
    }
}
