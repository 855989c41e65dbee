package com.gammareplay.webhooks;

import com.gammareplay.jobs.LogKeys;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Makes one attempt at a delivery and decides whether another follows. Thread-safe. */
final class Deliverer {

    private static final Logger LOG = LoggerFactory.getLogger(Deliverer.class);

    private final DeliveryRows rows;
    private final CallbackRules rules;
    private final WebhookSender sender;
    private final RetrySchedule schedule;
    private final WebhookMetrics metrics;
    private final InstantSource clock;
    private final Receivers receivers = new Receivers();

    Deliverer(
            DeliveryRows rows,
            CallbackRules rules,
            WebhookSender sender,
            RetrySchedule schedule,
            WebhookMetrics metrics,
            InstantSource clock) {
        this.rows = rows;
        this.rules = rules;
        this.sender = sender;
        this.schedule = schedule;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Makes an attempt if one is due and its receiver's turn; when the next one may be, empty if none follows. */
    Optional<Instant> attempt(String id) {
        return rows.pending(id).flatMap(delivery -> {
            try (var _ = MDC.putCloseable(LogKeys.JOB, delivery.jobId())) {
                return attempt(delivery);
            }
        });
    }

    private Optional<Instant> attempt(PendingDelivery delivery) {
        var began = now();
        if (delivery.nextAttemptAt().isAfter(began)) { // the queue did not hear of the last attempt's end
            return Optional.of(delivery.nextAttemptAt());
        }
        if (schedule.isOver(delivery.attempts())) { // a crash has hidden how the last one ended
            if (rows.giveUp(delivery.id())) {
                report(delivery, delivery.attempts(), Outcome.failed(AttemptError.INTERRUPTED), DeliveryState.GIVEN_UP);
            }
            return Optional.empty();
        }
        var receiver = Receivers.of(delivery.url());
        var turn = receivers.enter(receiver, began);
        if (turn.isPresent()) {
            return turn;
        }
        try {
            return attempt(delivery, began);
        } finally {
            var ended = now();
            receivers.leave(receiver, took(began, ended), ended);
        }
    }

    private Optional<Instant> attempt(PendingDelivery delivery, Instant began) {
        var number = delivery.attempts() + 1;
        if (!rows.begin(delivery.id(), number, began)) {
            return Optional.empty();
        }
        var outcome = send(delivery);
        var ended = now();
        metrics.attempted(outcome);
        var next = outcome.isDelivered() || outcome.isGone()
                ? Optional.<Instant>empty()
                : schedule.next(number, ended, outcome.retryAfter());
        var state = outcome.isDelivered()
                ? DeliveryState.DELIVERED
                : next.isPresent() ? DeliveryState.PENDING : DeliveryState.GIVEN_UP;
        if (!rows.conclude(delivery.id(), number, took(began, ended), outcome, state, next.orElse(null))) {
            return Optional.empty();
        }
        report(delivery, number, outcome, state);
        return next;
    }

    /** Nothing if the clock was put back meanwhile. */
    private static Duration took(Instant began, Instant ended) {
        return ended.isBefore(began) ? Duration.ZERO : Duration.between(began, ended);
    }

    /** The rules may have become stricter since the job was accepted. */
    private Outcome send(PendingDelivery delivery) {
        return rules.problem(delivery.url()).isEmpty()
                ? sender.send(delivery)
                : Outcome.failed(AttemptError.URL_REFUSED);
    }

    private void report(PendingDelivery delivery, int number, Outcome outcome, DeliveryState state) {
        metrics.concluded(state);
        if (state == DeliveryState.GIVEN_UP) {
            LOG.warn("Webhook {} given up at attempt {}, {}", delivery.id(), number, outcome.text());
        } else {
            LOG.info("Webhook {}, attempt {}: {}", delivery.id(), number, outcome.text());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
