package com.gammareplay.webhooks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to a client.
 *
 * @param id the header webhook-id, the same at each attempt
 * @param event the type of the event
 * @param nextAttemptAt when it is sent next at the earliest; null if it is not sent any more
 * @param attempts in their order
 */
public record Delivery(
        String id,
        String event,
        DeliveryState state,
        Instant createdAt,
        @Nullable Instant nextAttemptAt,
        List<Attempt> attempts) {

    public Delivery {
        attempts = List.copyOf(attempts);
    }
}
