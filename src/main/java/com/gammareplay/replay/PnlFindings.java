package com.gammareplay.replay;

import com.gammareplay.model.Cents;
import com.gammareplay.replay.Finding.Words;
import com.gammareplay.trading.Ledger;
import com.gammareplay.trading.Trade;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What is to be said of what a run's P&L rests on. */
final class PnlFindings {

    /** From this age on, in seconds, a price is no longer that of its moment; a settlement price has more time. */
    private static final long OLD = 60;

    private static final long OLD_SETTLEMENT = 300;

    private final List<SessionResult> sessions;
    private final List<Trade> trades;
    private final long total;
    private final List<Finding> found = new ArrayList<>();

    PnlFindings(List<SessionResult> sessions, Ledger ledger) {
        this.sessions = sessions;
        this.trades = ledger.trades();
        this.total = ledger.endingBalance() - ledger.startingBalance();
    }

    List<Finding> list() {
        oldSettlement();
        oldQuotes();
        oneSession();
        oneTrade();
        return found;
    }

    private void oldSettlement() {
        var old = those(PnlFindings::isSettledAtOldPrice);
        if (!old.isEmpty()) {
            found.add(new Finding(
                    WarningCode.SETTLEMENT_PRICE_OLD,
                    old.size(),
                    () -> words("Trades were settled at an index price older than five minutes.", pnl(old))
                            .with("trades", numbers(old))
                            .with("oldestSeconds", oldest(old))));
        }
    }

    private static boolean isSettledAtOldPrice(Trade trade) {
        var settlement = trade.exit().settlement();
        return settlement != null && settlement.quoteAge() > OLD_SETTLEMENT;
    }

    private void oldQuotes() {
        var old = those(trade -> oldestQuote(trade) > OLD);
        if (isMost(pnl(old))) {
            found.add(new Finding(
                    WarningCode.PNL_ON_OLD_QUOTES,
                    old.size(),
                    () -> words(
                                    "Most of the P&L comes from quotes or settlement prices older than " + OLD + " s.",
                                    pnl(old))
                            .with("trades", numbers(old))
                            .with("oldestSeconds", oldest(old))));
        }
    }

    private static long oldest(List<Trade> some) {
        return some.stream().mapToLong(PnlFindings::oldestQuote).max().orElse(0);
    }

    /** Age in seconds of the oldest price that a trade was made of. */
    private static long oldestQuote(Trade trade) {
        var settlement = trade.exit().settlement();
        var oldest = settlement == null ? 0 : settlement.quoteAge();
        for (var leg : trade.legs()) {
            oldest = Math.max(oldest, leg.entry().age());
            if (settlement == null && leg.exit() != null) {
                oldest = Math.max(oldest, leg.exit().age());
            }
        }
        return oldest;
    }

    private void oneSession() {
        var largest = largest(sessions, SessionResult::pnl);
        if (largest != null) {
            found.add(new Finding(
                    WarningCode.PNL_FROM_ONE_SESSION,
                    1,
                    () -> words("Most of the P&L comes from one session.", largest.pnl())
                            .with("session", largest.date().toString())));
        }
    }

    private void oneTrade() {
        var largest = largest(trades, Trade::pnl);
        if (largest != null) {
            found.add(new Finding(
                    WarningCode.PNL_FROM_ONE_TRADE,
                    1,
                    () -> words("Most of the P&L comes from one trade.", largest.pnl())
                            .with("trade", largest.number())));
        }
    }

    /** The one with the most of the P&L; null if none has more than half of it. */
    private <T> @Nullable T largest(List<T> parts, ToLongFunction<T> pnl) {
        @Nullable T largest = null;
        for (var part : parts) {
            var amount = pnl.applyAsLong(part);
            if (isMost(amount) && (largest == null || Math.abs(amount) > Math.abs(pnl.applyAsLong(largest)))) {
                largest = part;
            }
        }
        return largest;
    }

    /** Whether a part has the sign of the whole and is more than half of it. */
    private boolean isMost(long part) {
        return Long.signum(part) == Long.signum(total) && 2 * Math.abs(part) > Math.abs(total);
    }

    private Words words(String message, long part) {
        return new Words(message)
                .with("pnl", Cents.toDecimal(part))
                .with("totalPnl", Cents.toDecimal(total))
                .with("totalPnlWithout", Cents.toDecimal(total - part));
    }

    private static List<Integer> numbers(List<Trade> some) {
        return some.stream().map(Trade::number).sorted().toList();
    }

    private List<Trade> those(Predicate<Trade> condition) {
        var those = new ArrayList<Trade>();
        for (var trade : trades) {
            if (condition.test(trade)) {
                those.add(trade);
            }
        }
        return those;
    }

    private static long pnl(List<Trade> some) {
        var sum = 0L;
        for (var trade : some) {
            sum += trade.pnl();
        }
        return sum;
    }
}
