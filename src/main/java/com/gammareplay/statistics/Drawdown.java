package com.gammareplay.statistics;

import com.gammareplay.trading.Ledger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The largest fall of an account from its highest point before. Amounts are cents of dollars, instants epoch seconds.
 *
 * @param amount 0 or more
 * @param peak from which it fell, more than 0: a run that starts without a balance trades nothing
 * @param from the last instant at the peak
 * @param trough the first instant at the lowest point
 * @param recovered the first instant at the peak again or above, null if there is none
 * @param sessions traded sessions from that of the peak to that of the recovery, or else to the last; 0 without a fall
 */
public record Drawdown(
        double amount,
        double peak,
        long from,
        long trough,
        @Nullable Long recovered,
        int sessions) {

    /**
     * That of the realised balance, looking at it after each close in order of exit.
     *
     * @param opens of the traded sessions, where dates are wanted
     */
    static Drawdown ofBalance(Ledger ledger, List<Long> opens) {
        var balance = ledger.startingBalance();
        var search = new DrawdownSearch((double) balance);
        if (!opens.isEmpty()) {
            search.add(opens.getFirst(), (double) balance);
        }
        for (var trade : ledger.trades()) {
            balance += trade.pnl();
            search.add(trade.exit().instant(), (double) balance);
        }
        return search.largest(opens);
    }

    Figure dollars() {
        return Figure.of(amount / 100);
    }

    /** The fall in percent of its peak. */
    public double percent() {
        return amount == 0 ? 0 : amount * 100 / peak;
    }
}
