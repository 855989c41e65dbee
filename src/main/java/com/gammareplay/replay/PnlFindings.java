package com.gammareplay.replay;

import com.gammareplay.model.Cents;
import com.gammareplay.replay.SessionResult.Status;
import com.gammareplay.trading.Ledger;
import com.gammareplay.trading.Trade;
import java.util.ArrayList;
import java.util.HashSet;
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
    private final List<Warning> found = new ArrayList<>();

    PnlFindings(List<SessionResult> sessions, Ledger ledger) {
        this.sessions = sessions;
        this.trades = ledger.trades();
        this.total = ledger.endingBalance() - ledger.startingBalance();
    }

    List<Warning> list() {
        oldSettlement();
        oldQuotes();
        heldBlind();
        oneSession();
        oneTrade();
        return found;
    }

    private void oldSettlement() {
        var old = those(PnlFindings::isSettledAtOldPrice);
        if (!old.isEmpty()) {
            found.add(old(
                    WarningCode.SETTLEMENT_PRICE_OLD,
                    old,
                    "Trades were settled at an index price older than five minutes."));
        }
    }

    private static boolean isSettledAtOldPrice(Trade trade) {
        var settlement = trade.exit().settlement();
        return settlement != null && settlement.quoteAge() > OLD_SETTLEMENT;
    }

    private void oldQuotes() {
        var old = those(trade -> oldestQuote(trade) > OLD);
        if (isMost(pnl(old))) {
            found.add(old(
                    WarningCode.PNL_ON_OLD_QUOTES,
                    old,
                    "Most of the P&L comes from quotes or settlement prices older than " + OLD + " s."));
        }
    }

    private void heldBlind() {
        var numbers = new HashSet<Integer>();
        sessions.forEach(session -> numbers.addAll(session.facts().heldBlind()));
        if (!numbers.isEmpty()) {
            var blind = those(trade -> numbers.contains(trade.number()));
            found.add(warning(
                            WarningCode.HELD_WITHOUT_QUOTES,
                            blind.size(),
                            "Trades lacked a usable quote of a leg for ten minutes or more in all: no stop and no target"
                                    + " could act meanwhile.",
                            pnl(blind))
                    .with("trades", blind.stream().map(Trade::number).sorted().toList()));
        }
    }

    private Warning old(WarningCode code, List<Trade> old, String message) {
        var oldest = old.stream().mapToLong(PnlFindings::oldestQuote).max().orElse(0);
        return warning(code, old.size(), message, pnl(old))
                .with("trades", old.stream().map(Trade::number).sorted().toList())
                .with("oldestSeconds", oldest);
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
        var traded = sessions.stream()
                .filter(session -> session.status() == Status.TRADED)
                .toList();
        var largest = largest(traded, SessionResult::pnl);
        if (largest != null) {
            var message = "Most of the P&L comes from one session, " + largest.date() + ".";
            found.add(warning(WarningCode.PNL_FROM_ONE_SESSION, 1, message, largest.pnl())
                    .with("session", largest.date().toString()));
        }
    }

    private void oneTrade() {
        var largest = largest(trades, Trade::pnl);
        if (largest != null) {
            var message = "Most of the P&L comes from one trade, number " + largest.number() + ".";
            found.add(warning(WarningCode.PNL_FROM_ONE_TRADE, 1, message, largest.pnl())
                    .with("trade", largest.number()));
        }
    }

    /** The one with the most of the P&L; null if none has more than half of it, or if there is nothing beside it. */
    private <T> @Nullable T largest(List<T> parts, ToLongFunction<T> pnl) {
        @Nullable T largest = null;
        if (parts.size() < 2 || trades.size() < 2) {
            return largest;
        }
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

    private Warning warning(WarningCode code, long count, String message, long part) {
        return Warning.of(code, count, message)
                .with("pnl", Cents.toDecimal(part))
                .with("totalPnl", Cents.toDecimal(total))
                .with("totalPnlWithout", Cents.toDecimal(total - part));
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
