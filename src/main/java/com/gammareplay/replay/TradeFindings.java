package com.gammareplay.replay;

import com.gammareplay.replay.Finding.Words;
import com.gammareplay.trading.Ledger;
import com.gammareplay.trading.Trade;
import java.util.ArrayList;
import java.util.List;

/** What is to be said of a run's trades: how many they are, and whether they are too good to be true. */
final class TradeFindings {

    private static final int LEAST_TRADES = 30;

    private final List<SessionResult> sessions;
    private final List<Trade> trades;
    private final List<Finding> found = new ArrayList<>();

    TradeFindings(List<SessionResult> sessions, Ledger ledger) {
        this.sessions = sessions;
        this.trades = ledger.trades();
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
            withoutCosts();
            tooGood();
            heldOneTick();
        }
        return found;
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
}
