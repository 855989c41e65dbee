package com.gammareplay.reconciliation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a backtest agrees with trades made elsewhere: P&L within 2 %, trade count within 5 %, and no row that could
 * not be read. Differences are backtest less CSV, in percent of the CSV.
 *
 * @param csv of the trades that could be held against the backtest
 * @param differences what the difference in P&L is made of
 * @param reasons why not, and what does not count
 */
public record Verdict(
        boolean agrees,
        @Nullable Boolean pnlWithin2Percent,
        @Nullable Boolean tradeCountWithin5Percent,
        Side csv,
        Side backtest,
        Differences differences,
        List<String> reasons) {

    static final int MOST_PNL_PERCENT = 2;
    static final int MOST_COUNT_PERCENT = 5;

    /**
     * All trades of one side.
     *
     * @param pnl cents of dollars
     */
    public record Side(int trades, long pnl) {}

    static Verdict of(
            List<Pair> matched,
            List<ComparedTrade> onlyInBacktest,
            List<ComparedTrade> onlyInCsv,
            int outside,
            int badRows) {
        var csv = new Side(
                matched.size() + onlyInCsv.size(),
                matched.stream().mapToLong(pair -> pair.csv().pnl()).sum() + pnl(onlyInCsv));
        var backtest = new Side(
                matched.size() + onlyInBacktest.size(),
                matched.stream().mapToLong(pair -> pair.backtest().pnl()).sum() + pnl(onlyInBacktest));
        var differences = Differences.of(matched, onlyInBacktest, onlyInCsv);
        var pnl = csv.trades() == 0 ? null : isWithin(backtest.pnl() - csv.pnl(), csv.pnl(), MOST_PNL_PERCENT);
        var count =
                csv.trades() == 0 ? null : isWithin(backtest.trades() - csv.trades(), csv.trades(), MOST_COUNT_PERCENT);
        var agrees = Boolean.TRUE.equals(pnl) && Boolean.TRUE.equals(count) && badRows == 0;
        var reasons = new Reasons(csv, backtest, differences);
        if (pnl == null) {
            reasons.nothingCompared();
        }
        if (Boolean.FALSE.equals(pnl)) {
            reasons.pnlDiffers();
        }
        if (Boolean.FALSE.equals(count)) {
            reasons.countDiffers();
        }
        reasons.unmatched(onlyInBacktest.size(), onlyInCsv.size());
        reasons.notCounted(badRows, outside);
        return new Verdict(agrees, pnl, count, csv, backtest, differences, reasons.list());
    }

    private static long pnl(List<ComparedTrade> trades) {
        return trades.stream().mapToLong(ComparedTrade::pnl).sum();
    }

    private static Boolean isWithin(long difference, long base, int percent) {
        return Math.abs(difference) * 100 <= Math.abs(base) * percent;
    }

    /** A difference in percent of the CSV's number; null if that is 0 and the other is not. */
    static @Nullable Double percent(long difference, long base) {
        if (difference == 0) {
            return 0.0;
        }
        return base == 0 ? null : (Double) (difference * 100.0 / Math.abs(base));
    }

    public @Nullable Double pnlPercent() {
        return percent(backtest.pnl() - csv.pnl(), csv.pnl());
    }

    public @Nullable Double tradesPercent() {
        return percent(backtest.trades() - csv.trades(), csv.trades());
    }
}
