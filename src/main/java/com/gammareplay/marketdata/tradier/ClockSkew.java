package com.gammareplay.marketdata.tradier;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far the broker's clock is before this machine's, by the newest answer. Thread-safe. */
final class ClockSkew {

    private static final Logger LOG = LoggerFactory.getLogger(ClockSkew.class);
    private static final Duration MOST = Duration.ofSeconds(2);

    /** Half of the second to which the header is cut off. */
    private static final Duration HALF_SECOND = Duration.ofMillis(500);

    private volatile @Nullable Duration skew;

    /** Looks at the time that an answer tells. */
    void note(HttpHeaders headers, Instant sent, Instant received) {
        Headers.date(headers, "Date").ifPresent(date -> {
            var halfWay = sent.plus(Duration.between(sent, received).dividedBy(2));
            var before = skew;
            var now = Duration.between(halfWay, date.plus(HALF_SECOND));
            skew = now;
            if (isLarge(now) && (before == null || !isLarge(before))) {
                LOG.warn("{}", sentence(now));
            }
        });
    }

    Optional<Duration> skew() {
        return Optional.ofNullable(skew);
    }

    /** What users should know of it, empty if it is small. */
    Optional<String> warning() {
        return skew().filter(ClockSkew::isLarge).map(ClockSkew::sentence);
    }

    private static boolean isLarge(Duration skew) {
        return skew.abs().compareTo(MOST) > 0;
    }

    private static String sentence(Duration skew) {
        return "This machine's clock is " + Math.rint(skew.abs().toMillis() / 100.0) / 10.0 + " s "
                + (skew.isNegative() ? "ahead of" : "behind") + " Tradier's; set it right.";
    }
}
