package com.gammareplay.statistics;

import com.gammareplay.trading.Ledger;
import java.util.Arrays;

/** Ratios of return to risk over the traded sessions. */
final class DailyReturns {

    static final double SESSIONS_PER_YEAR = 252;

    static final String USED_UP = "the balance was used up";

    private final double[] returns;
    private final boolean hasBalance;

    DailyReturns(Ledger ledger) {
        hasBalance = ledger.days().stream().allMatch(day -> day.startBalance() > 0);
        returns = ledger.days().stream()
                .mapToDouble(day -> (double) day.pnl() / day.startBalance())
                .toArray();
    }

    /** Mean return over its sample deviation, a year. */
    Figure sharpe() {
        var mean = mean();
        var squares = 0.0;
        for (var value : returns) {
            squares += (value - mean) * (value - mean);
        }
        return ratio(mean, areAllTheSame() ? 0 : squares, "all daily returns are the same");
    }

    /** Asked of the returns themselves: their mean is rounded, so that their deviation from it need not be 0. */
    private boolean areAllTheSame() {
        return Arrays.stream(returns).allMatch(value -> value == returns[0]);
    }

    /** Mean return over the deviation of losing sessions, a year. */
    Figure sortino() {
        var squares = 0.0;
        for (var value : returns) {
            squares += Math.min(value, 0) * Math.min(value, 0);
        }
        return ratio(mean(), squares, "no losing session");
    }

    private Figure ratio(double mean, double squares, String withoutSquares) {
        if (!hasBalance) {
            return Figure.missing(USED_UP);
        }
        if (returns.length < 2) {
            return Figure.missing("fewer than two traded sessions");
        }
        if (squares == 0) {
            return Figure.missing(withoutSquares);
        }
        return Figure.of(mean / Math.sqrt(squares / (returns.length - 1)) * Math.sqrt(SESSIONS_PER_YEAR));
    }

    private double mean() {
        var sum = 0.0;
        for (var value : returns) {
            sum += value;
        }
        return sum / returns.length;
    }
}
