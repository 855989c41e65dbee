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

/** What is to be said of a run's trades, and of what its P&L rests on. */
final class TradeFindings {

    private static final int LEAST_TRADES = 30;
    private static final long OLD = 60;

    private final List<SessionResult> sessions;
    private final List<Trade> trades;
    private final long total;
    private final List<Finding> found = new ArrayList<>();

    TradeFindings(List<SessionResult> sessions, Ledger ledger) {
        this.sessions = sessions;
        this.trades = ledger.trades();
        this.total = ledger.endingBalance() - ledger.startingBalance();
    }

    List<Finding> list() {
        if (trades.size() < LEAST_TRADES) {
            found.add(new Finding(
                    WarningCode.FEW_TRADES,
                    trades.size(),
                    () -> new Words("The numbers rest on few trades (" + trades.size() + ", wanted are " + LEAST_TRADES
                                    + ").")
                            .with("trades", trades.size())
                            .with("wanted", LEAST_TRADES)));
        }
        if (!trades.isEmpty()) {
            oldSettlement();
            oldQuotes();
            oneSession();
            oneTrade();
            withoutCosts();
            tooGood();
            heldOneTick();
        }
        return found;
    }

    private void oldSettlement() {
        var old = those(TradeFindings::isSettledAtOldPrice);
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
        return settlement != null && settlement.isOld();
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
        return some.stream().mapToLong(TradeFindings::oldestQuote).max().orElse(0);
    }

    /** Age in seconds of the oldest price that a trade was made of. */
    private static long oldestQuote(Trade trade) {
        var settlement = trade.exit().settlement();
        var oldest = settlement == null ? 0 : settlement.age();
        var freshestAtSettlement = Long.MAX_VALUE;
        for (var leg : trade.legs()) {
            oldest = Math.max(oldest, leg.entry().age());
            var exit = leg.exit();
            if (exit != null && settlement == null) {
                oldest = Math.max(oldest, exit.age());
            } else if (exit != null) {
                freshestAtSettlement = Math.min(freshestAtSettlement, exit.age());
            }
        }
        // An implied price is of its tick, but made of quotes that may be older.
        return freshestAtSettlement == Long.MAX_VALUE ? oldest : Math.max(oldest, freshestAtSettlement);
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

    private void withoutCosts() {
        var count = 0;
        for (var session : sessions) {
            count += session.facts().withoutCosts();
        }
        if (count > 0) {
            var paidNothing = count;
            found.add(new Finding(
                    WarningCode.NO_COSTS,
                    count,
                    () -> new Words("No costs are set: commissionPerContract and slippage are 0.")
                            .with("trades", paidNothing)
                            .with("parameters", List.of("commissionPerContract", "slippage"))));
        }
    }

    /** What looks too good to be true, or comes of one rule alone. */
    private void tooGood() {
        var wins = 0;
        var losses = 0;
        var isOneReason = true;
        var reason = trades.getFirst().exit().reason();
        for (var trade : trades) {
            wins += trade.pnl() > 0 ? 1 : 0;
            losses += trade.pnl() < 0 ? 1 : 0;
            isOneReason &= trade.exit().reason() == reason;
        }
        if (wins == trades.size()) {
            add(WarningCode.ALL_WINS, "Every trade won.");
        }
        if (isOneReason) {
            add(WarningCode.ONE_EXIT_REASON, "Every trade ended by " + reason + ".");
        }
        if (losses == 0) {
            add(WarningCode.NO_DRAWDOWN, "The balance never fell.");
        }
    }

    private void heldOneTick() {
        var count = 0;
        for (var session : sessions) {
            count += session.facts().heldOneTick();
        }
        if (2 * count > trades.size()) {
            var held = count;
            found.add(new Finding(
                    WarningCode.HELD_ONE_TICK,
                    count,
                    () -> new Words(Finding.share(held, trades.size(), "trades")
                                    + " were closed at the tick after their entry.")
                            .with("trades", held, "of", trades.size())));
        }
    }

    private void add(WarningCode code, String message) {
        found.add(new Finding(code, trades.size(), () -> new Words(message).with("trades", trades.size())));
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
