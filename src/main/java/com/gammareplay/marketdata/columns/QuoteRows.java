package com.gammareplay.marketdata.columns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Leg quotes as they come in, in parts of which none has to be moved when there are more, and none is so large that a
 * garbage collector has to treat it on its own.
 */
final class QuoteRows {

    private static final int PART = 1 << 13;

    private final List<Part> parts = new ArrayList<>();
    private Part last = new Part();
    private boolean isOrdered = true;

    /** Rows that follow each other; only the first {@link #size} are some. */
    static final class Part {

        final long[] ids = new long[PART];
        final long[] times = new long[PART];
        final int[] contracts = new int[PART];
        final int[] bids = new int[PART];
        final int[] asks = new int[PART];
        int size;

        private void add(long id, long time, int contract, int bid, int ask) {
            ids[size] = id;
            times[size] = time;
            contracts[size] = contract;
            bids[size] = bid;
            asks[size] = ask;
            size++;
        }

        private boolean endsBefore(long id, long time) {
            return size == 0 || time > times[size - 1] || (time == times[size - 1] && id >= ids[size - 1]);
        }
    }

    QuoteRows() {
        parts.add(last);
    }

    void add(long id, long time, int contract, int bid, int ask) {
        isOrdered = isOrdered && last.endsBefore(id, time);
        if (last.size == PART) {
            last = new Part();
            parts.add(last);
        }
        last.add(id, time, contract, bid, ask);
    }

    int size() {
        return (parts.size() - 1) * PART + last.size;
    }

    /** The rows by time, those of one time by id. */
    List<Part> inOrder() {
        return isOrdered ? parts : sorted().parts;
    }

    private QuoteRows sorted() {
        var order = new Integer[size()];
        Arrays.setAll(order, row -> row);
        Arrays.sort(order, Comparator.comparingLong(this::time).thenComparingLong(this::id));
        var sorted = new QuoteRows();
        for (int row : order) {
            var part = parts.get(row / PART);
            var place = row % PART;
            sorted.add(part.ids[place], part.times[place], part.contracts[place], part.bids[place], part.asks[place]);
        }
        return sorted;
    }

    private long time(int row) {
        return parts.get(row / PART).times[row % PART];
    }

    private long id(int row) {
        return parts.get(row / PART).ids[row % PART];
    }
}
