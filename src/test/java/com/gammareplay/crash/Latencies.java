package com.gammareplay.crash;

import java.time.Duration;
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

    int calls() {
        return nanos.size();
    }

    int errors() {
        return errors.get();
    }

    /** What a share of the calls took at most; nothing if there was none. */
    Duration percentile(double share) {
        var sorted = sorted();
        return sorted.length == 0 ? Duration.ZERO : Duration.ofNanos(sorted[index(sorted, share)]);
    }

    private long[] sorted() {
        return nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private static int index(long[] sorted, double share) {
        return Math.min(sorted.length - 1, (int) (sorted.length * share));
    }

    @Override
    public String toString() {
        var sorted = sorted();
        return sorted.length + " calls, " + errors + " errors, p50 " + millis(sorted, 0.50) + ", p90 "
                + millis(sorted, 0.90) + ", p99 " + millis(sorted, 0.99) + ", most " + millis(sorted, 1);
    }

    private static String millis(long[] sorted, double share) {
        if (sorted.length == 0) {
            return "-";
        }
        return Math.round(sorted[index(sorted, share)] / NANOS_A_MILLI * 10) / 10.0 + " ms";
    }
}
