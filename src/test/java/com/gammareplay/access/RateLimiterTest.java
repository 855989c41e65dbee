package com.gammareplay.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private final AtomicLong nanos = new AtomicLong();
    private final RateLimiter limiter = new RateLimiter(() -> 10, nanos::get);

    private int callsNow(String client) {
        var calls = 0;
        while (limiter.take(client).isEmpty()) {
            calls++;
        }
        return calls;
    }

    @Test
    void a_client_may_call_twice_the_rate_at_once_and_then_at_the_rate() {
        assertThat(callsNow("a")).isEqualTo(20);
        assertThat(limiter.take("a")).hasValue(Duration.ofMillis(100));

        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(callsNow("a")).isEqualTo(10);

        nanos.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(callsNow("a")).isEqualTo(20);
    }

    @Test
    void a_client_does_not_slow_down_another() {
        callsNow("a");

        assertThat(limiter.take("b")).isEmpty();
    }
}
