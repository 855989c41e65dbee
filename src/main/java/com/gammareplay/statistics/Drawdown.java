package com.gammareplay.statistics;

import com.gammareplay.trading.Ledger;

/**
 * The largest fall of a realised balance from its highest point before.
 *
 * @param amount cents of dollars, 0 or more
 * @param peak the balance from which it fell, in cents of dollars
 */
record Drawdown(long amount, long peak) {

    /** The first of the largest falls, looking at the balance after each close in order of exit. */
    static Drawdown of(Ledger ledger) {
        var balance = ledger.startingBalance();
        var peak = balance;
        var largest = new Drawdown(0, peak);
        for (var trade : ledger.trades()) {
            balance += trade.pnl();
            peak = Math.max(peak, balance);
            if (peak - balance > largest.amount()) {
                largest = new Drawdown(peak - balance, peak);
            }
        }
        return largest;
    }

    /** The fall in percent of its peak, which is more than 0: a run that starts without a balance trades nothing. */
    double percent() {
        return amount == 0 ? 0 : amount * 100.0 / peak;
    }
}
