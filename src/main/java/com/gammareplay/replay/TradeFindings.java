package com.gammareplay.replay;

import com.gammareplay.trading.Ledger;
import com.gammareplay.trading.Trade;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** What is to be said of a run's trades: how many they are, and whether they are too good to be true. */
final class TradeFindings {

    private static final int LEAST_TRADES = 30;

    private final List<SessionResult> sessions;
    private final List<Trade> trades;
    private final List<Warning> found = new ArrayList<>();

    TradeFindings(List<SessionResult> sessions, Ledger ledger) {
        this.sessions = sessions;
        this.trades = ledger.trades();
    }

    List<Warning> list() {
        if (!trades.isEmpty()) {
            few();
            fills();
            tooGood();
            heldOneTick();
        }
        return found;
    }

    private int sum(ToIntFunction<SessionFacts> number) {
        var sum = 0;
        for (var session : sessions) {
            sum += number.applyAsInt(session.facts());
        }
        return sum;
    }

    private void few() {
        if (trades.size() < LEAST_TRADES) {
            found.add(Warning.of(
                            WarningCode.FEW_TRADES,
                            trades.size(),
                            "The numbers rest on few trades (" + trades.size() + ", wanted are " + LEAST_TRADES + ").")
                    .with("wanted", LEAST_TRADES));
        }
    }

    private void fills() {
        var withoutCosts = sum(SessionFacts::withoutCosts);
        if (withoutCosts > 0) {
            found.add(Warning.of(
                            WarningCode.NO_COSTS,
                            withoutCosts,
                            "No costs are set: commissionPerContract and slippage are not more than 0 together.")
                    .with("parameters", List.of("commissionPerContract", "slippage")));
        }
        var insideSpread = sum(SessionFacts::insideSpread);
        if (insideSpread > 0) {
            found.add(Warning.of(
                            WarningCode.FILLS_INSIDE_SPREAD,
                            insideSpread,
                            "Trades were filled at prices better than anyone quoted: see fillModel.")
                    .with("parameters", List.of("fillModel", "fillFraction")));
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
            found.add(Warning.of(WarningCode.ALL_WINS, wins, "Every trade won."));
        } else if (losses == 0) {
            found.add(Warning.of(WarningCode.NO_DRAWDOWN, trades.size(), "The balance never fell."));
        }
        if (isOneReason && trades.size() > 1) {
            found.add(Warning.of(WarningCode.ONE_EXIT_REASON, trades.size(), "Every trade ended by " + reason + "."));
        }
    }

    private void heldOneTick() {
        var count = sum(SessionFacts::heldOneTick);
        if (2 * count > trades.size()) {
            found.add(Warning.ofShare(
                    WarningCode.HELD_ONE_TICK,
                    count,
                    trades.size(),
                    "trades",
                    "were closed at the tick after their entry."));
        }
    }
}
