package com.gammareplay.statistics;

import com.gammareplay.trading.Ledger;

/** How fast a balance grew, a year. */
final class Growth {

    private final Ledger ledger;
    private final Drawdown drawdown;

    Growth(Ledger ledger, Drawdown drawdown) {
        this.ledger = ledger;
        this.drawdown = drawdown;
    }

    /** By which fraction the balance grows in a year at this pace. */
    Figure cagr() {
        if (isUsedUp()) {
            return Figure.missing(DailyReturns.USED_UP);
        }
        var sessions = ledger.days().size();
        if (sessions == 0) {
            return Figure.missing("no traded session");
        }
        var ratio = (double) ledger.endingBalance() / ledger.startingBalance();
        return finite(StrictMath.pow(ratio, DailyReturns.SESSIONS_PER_YEAR / sessions) - 1);
    }

    /** That over the largest fall, both fractions. */
    Figure calmar() {
        return switch (cagr()) {
            case Figure.Missing missing -> missing;
            case Figure.Value _ when drawdown.amount() == 0 -> Figure.missing("no drawdown");
            case Figure.Value(var cagr) -> finite(cagr / (drawdown.percent() / 100));
        };
    }

    /** The pace of few sessions may be beyond all numbers. */
    private static Figure finite(double value) {
        return Double.isFinite(value) ? Figure.of(value) : Figure.missing("too large for a number");
    }

    /** At the start or after any close: then there is nothing that could grow. */
    private boolean isUsedUp() {
        var balance = ledger.startingBalance();
        var least = balance;
        for (var trade : ledger.trades()) {
            balance += trade.pnl();
            least = Math.min(least, balance);
        }
        return least <= 0;
    }
}
