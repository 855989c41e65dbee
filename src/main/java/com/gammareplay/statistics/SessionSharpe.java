package com.gammareplay.statistics;

import com.gammareplay.trading.Ledger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The Sharpe ratio of sessions, not made one of a year, with what its error depends on.
 *
 * @param ratio mean return of a session over its sample deviation
 * @param sessions how many returns there are
 * @param skewness their third standardised moment
 * @param kurtosis their fourth one, 3 of a normal distribution
 */
public record SessionSharpe(double ratio, int sessions, double skewness, double kurtosis) {

    /** That of a run; null if its Sharpe ratio is missing. */
    public static @Nullable SessionSharpe of(Ledger run) {
        return of(
                run.startingBalance(),
                run.days().stream().mapToLong(Ledger.Day::pnl).toArray());
    }

    /**
     * That of some sessions; null if their Sharpe ratio is missing.
     *
     * @param startingBalance before the first of them, in cents
     * @param pnls of each, in cents
     */
    public static @Nullable SessionSharpe of(long startingBalance, long[] pnls) {
        var returns = new double[pnls.length];
        var balance = startingBalance;
        for (var i = 0; i < pnls.length; i++) {
            if (balance <= 0) {
                return null;
            }
            returns[i] = (double) pnls[i] / balance;
            balance += pnls[i];
        }
        var isConstant = Arrays.stream(returns).allMatch(value -> value == returns[0]);
        return isConstant ? null : of(returns);
    }

    private static SessionSharpe of(double[] returns) {
        var count = returns.length;
        var sum = 0.0;
        for (var value : returns) {
            sum += value;
        }
        var mean = sum / count;
        var second = 0.0;
        var third = 0.0;
        var fourth = 0.0;
        for (var value : returns) {
            var square = (value - mean) * (value - mean);
            second += square;
            third += square * (value - mean);
            fourth += square * square;
        }
        var variance = second / count;
        return new SessionSharpe(
                mean / Math.sqrt(second / (count - 1)),
                count,
                third / count / (variance * Math.sqrt(variance)),
                fourth / count / (variance * variance));
    }
}
