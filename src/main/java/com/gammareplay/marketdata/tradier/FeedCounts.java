package com.gammareplay.marketdata.tradier;

import java.util.Map;
import java.util.TreeMap;

/** What of the answers was left out, and what was odd about them, counted by name. Thread-safe. */
final class FeedCounts {

    private final Map<String, Long> counts = new TreeMap<>();

    void add(String what) {
        add(what, 1);
    }

    synchronized void add(String what, long count) {
        if (count > 0) {
            counts.merge(what, count, Long::sum);
        }
    }

    /** The counts by name, those of 0 left out. */
    synchronized Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }
}
