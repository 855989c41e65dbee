package com.gammareplay.config;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.EventArgUtil;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import com.gammareplay.jobs.store.StorageTrouble;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Has it said in one line now and then that the jobs database cannot be used, where db-scheduler would say so by a stack
 * trace each second. Thread-safe.
 */
final class StorageTroubleFilter extends TurboFilter {

    static final Duration PAUSE = Duration.ofSeconds(10);

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(StorageTroubleFilter.class);
    private static final String LIBRARY = "com.github.kagkarlsson.scheduler.";

    private final LongSupplier nanoTime;
    private long due;

    /** @param nanoTime nanoseconds since any moment */
    StorageTroubleFilter(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        due = nanoTime.getAsLong();
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            @Nullable Object @Nullable [] arguments,
            @Nullable Throwable thrown) {
        if (!logger.getName().startsWith(LIBRARY)) {
            return FilterReply.NEUTRAL;
        }
        var failure = thrown == null ? EventArgUtil.extractThrowable(arguments) : thrown;
        var trouble = failure == null ? Optional.<String>empty() : StorageTrouble.in(failure);
        trouble.ifPresent(this::say);
        return trouble.isPresent() ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    private synchronized void say(String trouble) {
        var now = nanoTime.getAsLong();
        if (now - due >= 0) {
            due = now + PAUSE.toNanos();
            LOG.warn("Workers cannot use the jobs database: {}", trouble);
        }
    }
}
