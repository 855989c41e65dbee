package com.gammareplay.marketdata.tradier;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** From when on the broker takes requests again, as far as it has said so. Thread-safe. */
final class RateLimit {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    /** After so long it is asked again, whatever it said. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private volatile Instant closedUntil = Instant.MIN;

    /** Looks at what an answer says of further requests. */
    void note(int status, HttpHeaders headers, Instant now) {
        var retryAfter = status == TOO_MANY_REQUESTS || status == UNAVAILABLE
                ? retryAfter(headers, now)
                : Optional.<Duration>empty();
        var isSpent = status == TOO_MANY_REQUESTS
                || Headers.number(headers, "X-Ratelimit-Available")
                        .filter(left -> left == 0)
                        .isPresent();
        retryAfter
                .or(() -> isSpent ? expiry(headers, now) : Optional.empty())
                .ifPresent(wait -> closedUntil = now.plus(wait.compareTo(LONGEST) < 0 ? wait : LONGEST));
    }

    /** How long no request must be sent, zero if one may be. */
    Duration wait(Instant now) {
        if (!closedUntil.isAfter(now)) {
            return Duration.ZERO;
        }
        var wait = Duration.between(now, closedUntil);
        return wait.compareTo(LONGEST) > 0 ? Duration.ZERO : wait; // the clock was set back
    }

    private static Optional<Duration> retryAfter(HttpHeaders headers, Instant now) {
        return Headers.number(headers, "Retry-After")
                .map(Duration::ofSeconds)
                .or(() -> Headers.date(headers, "Retry-After")
                        .map(date -> Duration.between(toldTime(headers, now), date)));
    }

    private static Optional<Duration> expiry(HttpHeaders headers, Instant now) {
        return Headers.number(headers, "X-Ratelimit-Expiry")
                .map(millis -> Duration.between(toldTime(headers, now), Instant.ofEpochMilli(millis)));
    }

    /** Its clock may differ from this machine's, and it is by its own that it counts. */
    private static Instant toldTime(HttpHeaders headers, Instant now) {
        return Headers.date(headers, "Date").orElse(now);
    }
}
