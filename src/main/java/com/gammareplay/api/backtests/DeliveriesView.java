package com.gammareplay.api.backtests;

import com.gammareplay.webhooks.Attempt;
import com.gammareplay.webhooks.Delivery;
import com.gammareplay.webhooks.DeliveryState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The webhooks of a job as clients see them. */
@Schema(name = "Deliveries")
record DeliveriesView(List<DeliveryView> items) {

    /** One event. */
    @Schema(name = "Delivery", description = "An event on its way to the callbackUrl.")
    record DeliveryView(
            @Schema(description = "The header webhook-id, the same at each attempt")
            String id,

            @Schema(allowableValues = {"backtest.succeeded", "backtest.failed", "backtest.cancelled"})
            String event,

            DeliveryState state,
            Instant createdAt,

            @Schema(description = "When it is sent next at the earliest; null if not any more", nullable = true)
            @Nullable
            Instant nextAttemptAt,

            List<AttemptView> attempts) {

        private static DeliveryView of(Delivery delivery) {
            return new DeliveryView(
                    delivery.id(),
                    delivery.event(),
                    delivery.state(),
                    delivery.createdAt(),
                    delivery.nextAttemptAt(),
                    delivery.attempts().stream().map(AttemptView::of).toList());
        }
    }

    /** One attempt at it. */
    @Schema(name = "DeliveryAttempt")
    record AttemptView(
            @Schema(description = "From 1") int number,

            @Schema(description = "When it began") Instant at,

            @Schema(description = "Null while it is under way, and if it was cut off by a crash", nullable = true)
            @Nullable
            Long durationMs,

            @Schema(description = "Of the receiver's answer; null if there was none", nullable = true) @Nullable
            Integer status,

            @Schema(
                    description =
                            "Why there was no answer: host-unusable, not-connected, tls-failed, no-answer, timeout, "
                                    + "interrupted or url-refused; null if there was one, and while it is under way",
                    nullable = true)
            @Nullable
            String error) {

        private static AttemptView of(Attempt attempt) {
            var error = attempt.error();
            return new AttemptView(
                    attempt.number(),
                    attempt.at(),
                    attempt.durationMs(),
                    attempt.status(),
                    error == null ? null : error.code());
        }
    }

    static DeliveriesView of(List<Delivery> deliveries) {
        return new DeliveriesView(deliveries.stream().map(DeliveryView::of).toList());
    }
}
