package com.gammareplay.webhooks;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One attempt at a delivery, as clients see it too. */
@Schema(name = "DeliveryAttempt")
public record Attempt(
        @Schema(description = "From 1") int number,

        @Schema(description = "When it began") Instant at,

        @Schema(description = "Null while it is under way, and if it was cut off by a crash", nullable = true) @Nullable
        Long durationMs,

        @Schema(description = "Of the receiver's answer; null if there was none", nullable = true) @Nullable
        Integer status,

        @Schema(
                description = "Why there was no answer: host-unusable, not-connected, tls-failed, no-answer, timeout, "
                        + "interrupted or url-refused; null if there was one, and while it is under way",
                implementation = String.class,
                nullable = true)
        @Nullable
        AttemptError error) {}
