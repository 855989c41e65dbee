package com.gammareplay.jobs.replicas;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Since when this process has been able to write to the database without a break. After a break, of the database or of this
 * process, others may have been unable to say that they live, and need some time to do so. Thread-safe.
 */
final class Contact {

    /** More than lies between two writes if all is well. */
    static final Duration BREAK = Duration.ofSeconds(5);

    /** Others give up what hangs after ten seconds, and say that they live every two. */
    static final Duration STEADY = Duration.ofSeconds(15);

    private final LongSupplier nanoTime;
    private long since;
    private long last;

    /** @param nanoTime nanoseconds since any moment */
    Contact(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        since = nanoTime.getAsLong();
        last = since;
    }

    /** Notes that the database has been written to. */
    synchronized void made() {
        var now = nanoTime.getAsLong();
        if (now - last > BREAK.toNanos()) {
            since = now;
        }
        last = now;
    }

    /** Whether others would have been seen if they lived. */
    synchronized boolean isSteady() {
        var now = nanoTime.getAsLong();
        return now - last <= BREAK.toNanos() && now - since >= STEADY.toNanos();
    }
}
