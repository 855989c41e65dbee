package com.gammareplay.crash;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** How long calls took, and how many went wrong. */
final class Latencies {

    private static final double NANOS_A_MILLI = 1e6;

    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final AtomicInteger errors = new AtomicInteger();

    /** Adds a call that was due at a time and has just been answered. */
    void add(long due, boolean good) {
        nanos.add(System.nanoTime() - due);
        if (!good) {
            errors.incrementAndGet();
        }
    }

    int errors() {
        return errors.get();
    }

    @Override
    public String toString() {
        var sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length + " calls, " + errors + " errors, p50 " + millis(sorted, 0.50) + ", p90 "
                + millis(sorted, 0.90) + ", p99 " + millis(sorted, 0.99) + ", most " + millis(sorted, 1);
    }

    private static String millis(long[] sorted, double share) {
        if (sorted.length == 0) {
            return "-";
        }
        var index = Math.min(sorted.length - 1, (int) (sorted.length * share));
        return Math.round(sorted[index] / NANOS_A_MILLI * 10) / 10.0 + " ms";
    }
}
