package com.gammareplay.webhooks;

import com.gammareplay.jobs.JobStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver is told: which job has ended and how, and where the rest is.
 *
 * @param type {@code backtest.} and how it ended
 * @param timestamp when the job ended
 */
@Schema(description = "What a receiver is told.")
public record WebhookEvent(
        @Schema(allowableValues = {"backtest.succeeded", "backtest.failed", "backtest.cancelled"})
        String type,

        @Schema(description = "When the job ended") Instant timestamp,
        Data data) {

    /**
     * The job.
     *
     * @param links the calls about it by name
     */
    public record Data(
            String id,
            JobStatus status,

            @Schema(nullable = true) @Nullable String label,

            Map<String, String> links) {}
}
