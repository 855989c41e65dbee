package com.gammareplay.webhooks;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts attempts and what became of deliveries. Thread-safe. */
final class WebhookMetrics {

    private final Counter answered;
    private final Counter failed;
    private final Counter deliveries;
    private final Counter failures;

    WebhookMetrics(MeterRegistry registry) {
        answered = attempts(registry, "delivered");
        failed = attempts(registry, "failed");
        deliveries = Counter.builder("gamma.webhook.deliveries")
                .description("Webhooks that their receivers have taken")
                .register(registry);
        failures = Counter.builder("gamma.webhook.failures")
                .description("Webhooks that were given up")
                .register(registry);
    }

    private static Counter attempts(MeterRegistry registry, String outcome) {
        return Counter.builder("gamma.webhook.attempts")
                .description("Attempts at webhooks")
                .tag("outcome", outcome)
                .register(registry);
    }

    void attempted(Outcome outcome) {
        (outcome.isDelivered() ? answered : failed).increment();
    }

    void concluded(DeliveryState state) {
        switch (state) {
            case PENDING -> {}
            case DELIVERED -> deliveries.increment();
            case GIVEN_UP -> failures.increment();
        }
    }
}
