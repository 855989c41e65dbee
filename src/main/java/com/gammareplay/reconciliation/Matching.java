package com.gammareplay.reconciliation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds which trades of two lists are meant to be the same: those of one session and index with the same strikes, and
 * then, of what is left, those of the same kind. Of several that may be, the nearest entries are taken first, then the
 * first trade of the backtest, then the first line. Each trade is taken once.
 */
final class Matching {

    /** Half the distance of two check times. */
    static final int MOST_APART = 900;

    static final int MOST_APART_OTHER_STRIKES = 300;

    private static final Comparator<Pair> NEAREST = Comparator.<Pair>comparingLong(pair -> Math.abs(pair.entryTime()))
            .thenComparingInt(pair -> pair.backtest().number())
            .thenComparingInt(pair -> pair.csv().number());

    private final Set<Integer> takenLines = new HashSet<>();
    private final Set<Integer> takenTrades = new HashSet<>();
    private final List<Pair> pairs = new ArrayList<>();

    private Matching() {}

    /** The pairs, in the order of the backtest. */
    static List<Pair> of(List<ComparedTrade> csv, List<ComparedTrade> backtest) {
        var matching = new Matching();
        var days = csv.stream().collect(Collectors.groupingBy(Day::of));
        backtest.stream()
                .collect(Collectors.groupingBy(Day::of))
                .forEach((day, trades) -> matching.match(days.getOrDefault(day, List.of()), trades));
        return matching.pairs.stream()
                .sorted(Comparator.comparingInt(pair -> pair.backtest().number()))
                .toList();
    }

    private void match(List<ComparedTrade> csv, List<ComparedTrade> backtest) {
        var near = new ArrayList<Pair>();
        for (var trade : backtest) {
            for (var row : csv) {
                var pair = new Pair(row, trade);
                if (Math.abs(pair.entryTime()) <= MOST_APART && row.strikes().isLike(trade.strikes())) {
                    near.add(pair);
                }
            }
        }
        near.sort(NEAREST);
        near.stream().filter(Pair::sameStrikes).forEach(this::take);
        near.stream()
                .filter(pair -> Math.abs(pair.entryTime()) <= MOST_APART_OTHER_STRIKES)
                .forEach(this::take);
    }

    private void take(Pair pair) {
        var line = pair.csv().number();
        var trade = pair.backtest().number();
        if (!takenLines.contains(line) && !takenTrades.contains(trade)) {
            takenLines.add(line);
            takenTrades.add(trade);
            pairs.add(pair);
        }
    }
}
