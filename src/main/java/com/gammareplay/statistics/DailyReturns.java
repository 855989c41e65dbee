package com.gammareplay.statistics;

import com.gammareplay.trading.Ledger;
import java.util.Arrays;
import java.util.OptionalDouble;

/** Ratios of return to risk over the traded sessions. */
final class DailyReturns {

    private static final double SESSIONS_PER_YEAR = 252;

    private final double[] returns;
    private final boolean hasBalance;

    DailyReturns(Ledger ledger) {
        hasBalance = ledger.days().stream().allMatch(day -> day.startBalance() > 0);
        returns = ledger.days().stream()
                .mapToDouble(day -> (double) day.pnl() / day.startBalance())
                .toArray();
    }

    /** Why no ratio can be computed, "" if nothing stands against it. */
    String obstacle() {
        if (!hasBalance) {
            return "the balance was used up";
        }
        return returns.length < 2 ? "fewer than two traded sessions" : "";
    }

    /** Mean return over its sample deviation, a year; empty if all returns are the same. */
    OptionalDouble sharpe() {
        if (areAllTheSame()) {
            return OptionalDouble.empty();
        }
        var mean = mean();
        var squares = 0.0;
        for (var value : returns) {
            squares += (value - mean) * (value - mean);
        }
        return ratio(mean, squares);
    }

    /** Asked of the returns themselves: their mean is rounded, so that their deviation from it need not be 0. */
    private boolean areAllTheSame() {
        return Arrays.stream(returns).allMatch(value -> value == returns[0]);
    }

    /** Mean return over the deviation of losing sessions, a year; empty without a losing one. */
    OptionalDouble sortino() {
        var squares = 0.0;
        for (var value : returns) {
            squares += Math.min(value, 0) * Math.min(value, 0);
        }
        return ratio(mean(), squares);
    }

    private OptionalDouble ratio(double mean, double squares) {
        if (!obstacle().isEmpty() || squares == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(mean / Math.sqrt(squares / (returns.length - 1)) * Math.sqrt(SESSIONS_PER_YEAR));
    }

    private double mean() {
        var sum = 0.0;
        for (var value : returns) {
            sum += value;
        }
        return sum / returns.length;
    }
}
