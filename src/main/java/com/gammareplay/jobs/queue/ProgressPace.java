package com.gammareplay.jobs.queue;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How often a replay that runs says how far it is. It waits while that is written, so on a slow disk it says so rarely. Goes
 * by the time that passes, not by the clock on the wall, which may jump. Used by one thread.
 */
final class ProgressPace {

    static final Duration LEAST_PAUSE = Duration.ofMillis(250);
    /** Times what it took the last time: from then on it takes at most a twentieth of the replay. */
    static final int PAUSES = 19;

    private final LongSupplier nanoTime;
    private long due;

    /** @param nanoTime nanoseconds since any moment */
    ProgressPace(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        due = nanoTime.getAsLong();
    }

    /** Says it, unless it was said too short a time ago. */
    void say(Runnable saying) {
        var began = nanoTime.getAsLong();
        if (began - due >= 0) {
            saying.run();
            var ended = nanoTime.getAsLong();
            due = ended + Math.max(LEAST_PAUSE.toNanos(), PAUSES * (ended - began));
        }
    }
}
