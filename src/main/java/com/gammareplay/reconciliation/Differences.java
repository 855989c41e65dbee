package com.gammareplay.reconciliation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the difference in P&L is made of, backtest less CSV; all amounts in cents of dollars, which add up to it.
 *
 * @param onlyInBacktest of trades that the CSV lacks
 * @param onlyInCsv of trades that the backtest lacks
 * @param credits of other credits of matched trades
 * @param contracts of other numbers of contracts
 * @param exits of other exits, together with fees where the CSV has no exit value
 * @param fees what is left
 * @param largest the one that makes most, null if nothing differs
 */
public record Differences(
        long onlyInBacktest,
        long onlyInCsv,
        long credits,
        long contracts,
        long exits,
        long fees,
        @Nullable Single largest) {

    /**
     * What a single trade adds.
     *
     * @param trade its number in the backtest, null if it is only in the CSV
     * @param line its line in the CSV, null if it is only in the backtest
     * @param pnl cents of dollars
     */
    public record Single(@Nullable Integer trade, @Nullable Integer line, long pnl) {

        @Override
        public String toString() {
            return trade == null ? "line " + line : "trade " + trade + (line == null ? "" : " and line " + line);
        }
    }

    static Differences of(List<Pair> matched, List<ComparedTrade> onlyInBacktest, List<ComparedTrade> onlyInCsv) {
        var single = Stream.of(
                        matched.stream()
                                .map(pair -> new Single(
                                        pair.backtest().number(), pair.csv().number(), pair.pnl())),
                        onlyInBacktest.stream().map(trade -> new Single(trade.number(), null, trade.pnl())),
                        onlyInCsv.stream().map(trade -> new Single(null, trade.number(), -trade.pnl())))
                .flatMap(each -> each)
                .filter(each -> each.pnl() != 0)
                .max(Comparator.comparingLong(each -> Math.abs(each.pnl())));
        return new Differences(
                onlyInBacktest.stream().mapToLong(ComparedTrade::pnl).sum(),
                -onlyInCsv.stream().mapToLong(ComparedTrade::pnl).sum(),
                matched.stream().mapToLong(Pair::ofCredit).sum(),
                matched.stream().mapToLong(Pair::ofContracts).sum(),
                matched.stream().mapToLong(Pair::ofExit).sum(),
                matched.stream().mapToLong(Pair::ofFees).sum(),
                single.orElse(null));
    }
}
