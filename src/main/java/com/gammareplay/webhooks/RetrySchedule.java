package com.gammareplay.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** When a failed attempt is followed by another: later each time, and not for all at the same moment. */
final class RetrySchedule {

    /** As a share of the wait, by which it is lengthened at most. */
    private static final double JITTER = 0.2;

    private static final Duration LONGEST = Duration.ofHours(24);

    private final List<Duration> waits;
    private final RandomGenerator random;

    RetrySchedule(List<Duration> waits, RandomGenerator random) {
        this.waits = List.copyOf(waits);
        this.random = random;
    }

    /** Whether after some attempts there is to be no other. */
    boolean isOver(int attempts) {
        return attempts > waits.size();
    }

    /**
     * The time of the next attempt, empty if there is to be none.
     *
     * @param attempts made so far
     * @param retryAfter what the receiver asked for; it can make the wait longer, up to 24 hours, but never shorter
     */
    Optional<Instant> next(int attempts, Instant now, @Nullable Duration retryAfter) {
        if (isOver(attempts)) {
            return Optional.empty();
        }
        var wait = waits.get(attempts - 1);
        var jittered = wait.plusMillis((long) (wait.toMillis() * JITTER * random.nextDouble()));
        return Optional.of(now.plus(longer(jittered, retryAfter)));
    }

    private static Duration longer(Duration wait, @Nullable Duration retryAfter) {
        if (retryAfter == null) {
            return wait;
        }
        var asked = retryAfter.compareTo(LONGEST) < 0 ? retryAfter : LONGEST;
        return asked.compareTo(wait) > 0 ? asked : wait;
    }
}
