package com.gammareplay.jobs;

import java.util.BitSet;

/**
 * The jobs that wait, by their order of acceptance, so that asking for a place among thousands costs next to nothing.
 * Thread-safe.
 */
class WaitingJobs {

    private static final int MAX_SLACK = 1 << 16;

    /** A bit for each job accepted since {@link #base}, set while it waits. */
    private BitSet waiting = new BitSet();

    private long base;
    private int size;

    synchronized void add(long sequence) {
        if (sequence < base) {
            moveBase(sequence);
        } else if (size == 0) {
            base = sequence;
        }
        var bit = Math.toIntExact(sequence - base);
        if (!waiting.get(bit)) {
            waiting.set(bit);
            size++;
        }
    }

    synchronized void remove(long sequence) {
        var bit = sequence - base;
        if (bit >= 0 && bit < waiting.length() && waiting.get((int) bit)) {
            waiting.clear((int) bit);
            size--;
            if (size > 0 && waiting.nextSetBit(0) > MAX_SLACK) {
                moveBase(base + waiting.nextSetBit(0));
            }
        }
    }

    private void moveBase(long to) {
        var moved = new BitSet();
        var by = Math.toIntExact(to - base);
        waiting.stream().forEach(bit -> moved.set(bit - by));
        waiting = moved;
        base = to;
    }

    /** The place of a job that waits, from 1. */
    synchronized int position(long sequence) {
        var bit = Math.clamp(sequence - base, 0, waiting.length());
        return waiting.get(0, bit).cardinality() + 1;
    }

    synchronized int size() {
        return size;
    }
}
