package com.gammareplay.marketdata.columns;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;

/** Logs what goes wrong again and again, but as a warning at most once an hour. Thread-safe. */
final class HourlyWarning {

    private static final Duration PAUSE = Duration.ofHours(1);

    private final Logger log;
    private final InstantSource clock;
    private final AtomicReference<Instant> next = new AtomicReference<>(Instant.MIN);

    HourlyWarning(Logger log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    void say(String what, String cause) {
        var now = clock.instant();
        var due = next.get();
        if (now.isBefore(due) || !next.compareAndSet(due, now.plus(PAUSE))) {
            log.debug("{}: {}", what, cause);
        } else {
            log.warn("{}: {} (the like is not said again for an hour)", what, cause);
        }
    }
}
