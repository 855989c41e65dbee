package com.gammareplay.reconciliation;

import com.gammareplay.reconciliation.Backtest.Decision;
import com.gammareplay.reconciliation.TradeTable.BadRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Trades made elsewhere held against those of a backtest.
 *
 * @param matched in the order of the backtest
 * @param onlyInBacktest each with the decision that it comes of
 * @param onlyInCsv each with the decision of the nearest check
 * @param outside trades of the CSV that nothing can be held against; they do not count
 * @param badRows rows of the CSV that are no trades; they do not count
 */
public record Reconciliation(
        Verdict verdict,
        List<Pair> matched,
        List<Unmatched> onlyInBacktest,
        List<Unmatched> onlyInCsv,
        List<Outside> outside,
        List<BadRow> badRows) {

    /**
     * A trade without a partner.
     *
     * @param decision null if there is none
     */
    public record Unmatched(ComparedTrade trade, @Nullable Decision decision) {}

    /**
     * A trade that the backtest could not make.
     *
     * @param reason why
     */
    public record Outside(ComparedTrade trade, String reason) {}

    /** Holds trades against a backtest. */
    public static Reconciliation of(TradeTable csv, Backtest backtest) {
        var outside = new ArrayList<Outside>();
        var compared = new ArrayList<ComparedTrade>();
        for (var trade : csv.trades()) {
            backtest.leavesOut(trade)
                    .ifPresentOrElse(reason -> outside.add(new Outside(trade, reason)), () -> compared.add(trade));
        }
        var matched = Matching.of(compared, backtest.trades());
        var trades = without(matched, Pair::backtest, backtest.trades());
        var rows = without(matched, Pair::csv, compared);
        var verdict =
                Verdict.of(matched, trades, rows, outside.size(), csv.badRows().size());
        return new Reconciliation(
                verdict, matched, entered(trades, backtest), checked(rows, backtest), outside, csv.badRows());
    }

    private static List<ComparedTrade> without(
            List<Pair> matched, Function<Pair, ComparedTrade> side, List<ComparedTrade> trades) {
        var taken = matched.stream().map(side).map(ComparedTrade::number).collect(Collectors.toSet());
        return trades.stream().filter(trade -> !taken.contains(trade.number())).toList();
    }

    private static List<Unmatched> entered(List<ComparedTrade> trades, Backtest backtest) {
        var entries = new HashMap<Integer, Decision>();
        for (var decision : backtest.decisions()) {
            if (decision.tradeNumber() != null) {
                entries.put(decision.tradeNumber(), decision);
            }
        }
        return trades.stream()
                .map(trade -> new Unmatched(trade, entries.get(trade.number())))
                .toList();
    }

    private static List<Unmatched> checked(List<ComparedTrade> rows, Backtest backtest) {
        var days = backtest.decisions().stream()
                .collect(Collectors.groupingBy(decision -> new Day(decision.session(), decision.index())));
        return rows.stream()
                .map(row -> new Unmatched(row, nearest(row, days.getOrDefault(Day.of(row), List.of()))))
                .toList();
    }

    /** The decision nearest to an entry, the earlier of two. */
    private static @Nullable Decision nearest(ComparedTrade row, List<Decision> decisions) {
        return decisions.stream()
                .min(Comparator.comparingLong((Decision decision) -> Math.abs(decision.instant() - row.entry())))
                .orElse(null);
    }
}
