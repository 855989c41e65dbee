package com.gammareplay.statistics;

import com.gammareplay.trading.Ledger;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far numbers of a run might have come out otherwise, had other sessions of the same kind been traded: confidence
 * intervals by a bootstrap over its traded sessions, with the percentile method. The same run always has the same ones.
 *
 * @param byNumber those that there are
 * @param reasons why one is missing, or has no upper limit, by the name of its number
 */
public record Intervals(Map<ResultNumber, Interval> byNumber, Map<String, String> reasons) {

    /** Share of the resamples within an interval. */
    public static final double LEVEL = 0.95;

    /** So many that both limits are resamples themselves: a fortieth of one more than these is a whole number. */
    public static final int RESAMPLES = 1999;

    /** Of the random numbers by which sessions are drawn. */
    public static final long SEED = 1;

    /** The numbers that have one. */
    public static final List<ResultNumber> NUMBERS = List.of(
            ResultNumber.WIN_RATE,
            ResultNumber.TOTAL_PNL,
            ResultNumber.PROFIT_FACTOR,
            ResultNumber.EXPECTANCY,
            ResultNumber.MAX_DRAWDOWN);

    /**
     * The limits, in the unit of the number.
     *
     * @param high null where it has no upper limit
     */
    public record Interval(double low, @Nullable Double high) {}

    /** Those of what a run did with its account. */
    public static Intervals of(Ledger run) {
        return of(run, RESAMPLES, SEED);
    }

    static Intervals of(Ledger run, int resamples, long seed) {
        var missing =
                run.trades().isEmpty() ? "no trades" : run.days().size() < 2 ? "fewer than two traded sessions" : null;
        var intervals = new EnumMap<ResultNumber, Interval>(ResultNumber.class);
        var reasons = new LinkedHashMap<String, String>();
        if (missing != null) {
            NUMBERS.forEach(number -> reasons.put(number.label(), missing));
        } else {
            var resampled = Resamples.draw(run, resamples, seed);
            for (var number : NUMBERS) {
                add(number, resampled.values(number), intervals, reasons);
            }
        }
        return new Intervals(Collections.unmodifiableMap(intervals), Collections.unmodifiableMap(reasons));
    }

    /** @param values of the resamples that have the number, ascending */
    private static void add(
            ResultNumber number, double[] values, Map<ResultNumber, Interval> intervals, Map<String, String> reasons) {
        var endless = Arrays.stream(values).filter(Double::isInfinite).count();
        if (endless == values.length) {
            reasons.put(number.label(), "no losing trade");
            return;
        }
        var outside = Math.max(1, (int) ((values.length + 1) * (1 - LEVEL) / 2));
        var low = values[outside - 1];
        var high = values[values.length - outside];
        if (Double.isInfinite(high)) {
            reasons.put(number.label(), "no losing trade in " + endless + " of " + values.length + " resamples");
        }
        if (Double.isFinite(low)) {
            intervals.put(number, new Interval(low, Double.isInfinite(high) ? null : (Double) high));
        }
    }
}
