package com.gammareplay.api.jobs;

import com.gammareplay.jobs.Job;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a job of any kind was accepted, begun and ended. */
public record JobTimes(
        Instant createdAt,

        @Schema(description = "When its last attempt began", nullable = true) @Nullable
        Instant startedAt,

        @Schema(nullable = true) @Nullable Instant finishedAt) {

    /** Those of a job. */
    public static JobTimes of(Job job) {
        return new JobTimes(job.createdAt(), job.startedAt(), job.finishedAt());
    }
}
