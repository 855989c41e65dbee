package com.gammareplay.api;

import com.gammareplay.jobs.Job;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a job of any kind was accepted, begun and ended. */
record JobTimes(
        Instant createdAt,

        @Schema(description = "When its last attempt began", nullable = true) @Nullable
        Instant startedAt,

        @Schema(nullable = true) @Nullable Instant finishedAt) {

    static JobTimes of(Job job) {
        return new JobTimes(job.createdAt(), job.startedAt(), job.finishedAt());
    }
}
