package com.gammareplay.webhooks;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to a client, as clients see it too.
 *
 * @param event the type of the event
 * @param attempts in their order
 */
@Schema(description = "An event on its way to the callbackUrl.")
public record Delivery(
        @Schema(description = "The header webhook-id, the same at each attempt")
        String id,

        @Schema(allowableValues = {"backtest.succeeded", "backtest.failed", "backtest.cancelled"})
        String event,

        DeliveryState state,
        Instant createdAt,

        @Schema(description = "When it is sent next at the earliest; null if not any more", nullable = true) @Nullable
        Instant nextAttemptAt,

        List<Attempt> attempts) {

    public Delivery {
        attempts = List.copyOf(attempts);
    }
}
