package com.gammareplay.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the first of the largest falls of a value that comes in order of time. */
final class DrawdownSearch {

    private double high;
    private long highAt;
    private double amount;
    private double peak;
    private long from;
    private long trough;
    private @Nullable Long recovered;

    /** A search in which a value was had before the first instant. */
    DrawdownSearch(double start) {
        high = start;
        peak = start;
    }

    void add(long instant, double value) {
        if (value >= high) {
            if (amount > 0 && recovered == null) {
                recovered = instant;
            }
            high = value;
            highAt = instant;
        } else if (high - value > amount) {
            amount = high - value;
            peak = high;
            from = highAt;
            trough = instant;
            recovered = null;
        }
    }

    /** What was found so far. */
    Drawdown largest(List<Long> opens) {
        var sessions = 0;
        for (var i = 0; amount > 0 && i < opens.size(); i++) {
            var isBefore = i + 1 < opens.size() && opens.get(i + 1) <= from;
            var isAfter = recovered != null && opens.get(i) > recovered;
            sessions += isBefore || isAfter ? 0 : 1;
        }
        return new Drawdown(amount, peak, from, trough, recovered, sessions);
    }
}
