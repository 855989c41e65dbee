package com.gammareplay.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attempts at one delivery that overlap, or whose outcome is never written. */
class DeliveryRowsTest {

    private static final Duration TOOK = Duration.ofMillis(5);

    @TempDir
    private Path home;

    /** Lets a test write attempts at a delivery that is not sent for an hour; the id of its job. */
    private static String pending(WebhookService service, Receiver receiver) {
        var job = service.submit(receiver);
        service.awaitDelivery(
                job, shown -> shown.path("attempts").path(0).path("status").asInt() == 503);
        return job.substring(job.lastIndexOf('/') + 1);
    }

    @Test
    void what_was_delivered_stays_delivered_when_an_overlapping_attempt_fails() throws IOException {
        try (var receiver = Receiver.start(Receiver.status(503, "Retry-After: 3600"));
                var service = WebhookService.start(home)) {
            var job = pending(service, receiver);
            var rows = service.bean(DeliveryRows.class);
            var id = rows.of(job).getFirst().id();
            rows.begin(id, 2, Instant.now());
            rows.begin(id, 3, Instant.now());

            rows.conclude(id, 3, TOOK, Outcome.answered(200, null), DeliveryState.DELIVERED, null);
            var later = Instant.now().plusSeconds(60);
            rows.conclude(id, 2, TOOK, Outcome.failed(AttemptError.TIMEOUT), DeliveryState.PENDING, later);
            rows.giveUp(id);

            var delivery = rows.of(job).getFirst();
            assertThat(delivery.state()).isEqualTo(DeliveryState.DELIVERED);
            assertThat(delivery.nextAttemptAt()).isNull();
            assertThat(delivery.attempts().get(1).error()).isEqualTo(AttemptError.TIMEOUT);
        }
    }

    @Test
    void an_attempt_whose_outcome_was_never_written_is_not_under_way_once_another_begins() throws IOException {
        try (var receiver = Receiver.start(Receiver.status(503, "Retry-After: 3600"));
                var service = WebhookService.start(home)) {
            var job = pending(service, receiver);
            var rows = service.bean(DeliveryRows.class);
            var id = rows.of(job).getFirst().id();
            rows.begin(id, 2, Instant.now());
            assertThat(rows.of(job).getFirst().attempts().get(1).error()).isNull();

            rows.begin(id, 3, Instant.now());
            var attempts = rows.of(job).getFirst().attempts();
            assertThat(attempts.get(1).error()).isEqualTo(AttemptError.INTERRUPTED);
            assertThat(attempts.get(2).error()).isNull();

            rows.giveUp(id);
            var ended = rows.of(job).getFirst();
            assertThat(Objects.requireNonNull(ended.attempts().get(2).error())).isEqualTo(AttemptError.INTERRUPTED);
        }
    }
}
