package com.gammareplay.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/** Lets each client call so often a second, and twice that at once after a pause. Thread-safe. */
final class RateLimiter {

    private static final int MOST_CLIENTS = 10_000;
    private static final Duration FORGET_AFTER = Duration.ofMinutes(1);
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final IntSupplier perSecond;
    private final LongSupplier nanoTime;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_CLIENTS)
            .expireAfterAccess(FORGET_AFTER)
            .build();

    /**
     * A limiter by a clock that only goes forward, such as {@code System::nanoTime}.
     *
     * @param perSecond calls a second, 1 or more; may change
     */
    RateLimiter(IntSupplier perSecond, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.nanoTime = nanoTime;
    }

    /** Empty if a client may call now, else how long it has to wait. */
    Optional<Duration> take(String client) {
        return Objects.requireNonNull(buckets.get(client, _ -> new Bucket())).take();
    }

    private final class Bucket {
        private double calls = 2.0 * perSecond.getAsInt();
        private long last = nanoTime.getAsLong();

        synchronized Optional<Duration> take() {
            var rate = perSecond.getAsInt();
            var now = nanoTime.getAsLong();
            calls = Math.min(2.0 * rate, calls + (now - last) / NANOS * rate);
            last = now;
            if (calls >= 1) {
                calls--;
                return Optional.empty();
            }
            return Optional.of(Duration.ofNanos((long) Math.ceil((1 - calls) / rate * NANOS)));
        }
    }
}
