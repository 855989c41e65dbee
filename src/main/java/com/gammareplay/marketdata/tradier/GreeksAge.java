package com.gammareplay.marketdata.tradier;

import com.gammareplay.model.Index;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** How old the greeks of the newest chains were: they are reckoned about hourly, quotes all the time. Thread-safe. */
final class GreeksAge {

    private static final Logger LOG = LoggerFactory.getLogger(GreeksAge.class);
    private static final Duration OLD = Duration.ofHours(1);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final FeedCounts counts;

    GreeksAge(FeedCounts counts) {
        this.counts = counts;
    }

    /** Looks at the greeks of a chain that was there at an instant. */
    void note(Index index, Collection<JsonNode> chain, Instant now) {
        var oldest = Duration.ZERO;
        var old = 0;
        for (var row : chain) {
            var age = age(row.path("greeks"), now);
            oldest = age.compareTo(oldest) > 0 ? age : oldest;
            old += age.compareTo(OLD) > 0 ? 1 : 0;
        }
        counts.add("oldGreeks", old);
        if (old > 0) {
            LOG.warn("Greeks of {} contracts of {} are up to {} minutes old", old, index, oldest.toMinutes());
        }
    }

    private Duration age(JsonNode greeks, Instant now) {
        if (!greeks.isObject()) {
            return Duration.ZERO;
        }
        return updated(Rows.text(greeks, "updated_at"))
                .map(updated -> Duration.between(updated, now))
                .orElseGet(() -> {
                    counts.add("undatedGreeks");
                    return Duration.ZERO;
                });
    }

    /** The text names no zone; it is UTC. */
    private static Optional<Instant> updated(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
