package com.gammareplay.statistics;

import com.gammareplay.trading.Ledger;
import com.gammareplay.trading.Trade;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/** What follows from the order of a run's trades and from their times. */
final class TradeSequence {

    private static final String NO_TRADES = "no trades";

    private final Ledger ledger;

    TradeSequence(Ledger ledger) {
        this.ledger = ledger;
    }

    Figure winningStreak() {
        return longestStreak(pnl -> pnl > 0);
    }

    Figure losingStreak() {
        return longestStreak(pnl -> pnl < 0);
    }

    /** In order of exit. */
    private Figure longestStreak(LongPredicate isPart) {
        var longest = 0;
        var streak = 0;
        for (var trade : ledger.trades()) {
            streak = isPart.test(trade.pnl()) ? streak + 1 : 0;
            longest = Math.max(longest, streak);
        }
        return Figure.ofCount(longest);
    }

    Figure averageHolding() {
        var sum = ledger.trades().stream().mapToLong(Trade::holding).sum();
        return Figure.ratio((double) sum, ledger.trades().size(), NO_TRADES);
    }

    /** Of an even number of trades the mean of the two in the middle. */
    Figure medianHolding() {
        var times = ledger.trades().stream().mapToLong(Trade::holding).sorted().toArray();
        if (times.length == 0) {
            return Figure.missing(NO_TRADES);
        }
        return Figure.of((times[(times.length - 1) / 2] + times[times.length / 2]) / 2.0);
    }

    /** What leaves at a tick leaves before what comes. */
    Figure peakAtRisk() {
        var changes = new TreeMap<Long, Long>();
        for (var trade : ledger.trades()) {
            changes.merge(trade.entry().instant(), trade.maxLoss(), Long::sum);
            changes.merge(trade.exit().instant(), -trade.maxLoss(), Long::sum);
        }
        var open = 0L;
        var peak = 0L;
        for (var change : changes.values()) {
            open += change;
            peak = Math.max(peak, open);
        }
        return Figure.ofCents(peak);
    }
}
