package com.gammareplay.trading;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Everything that a run did with its account.
 *
 * @param startingBalance cents of dollars
 * @param trades in order of exit
 * @param decisions in the order in which they fell
 * @param days the traded sessions, in order
 */
public record Ledger(long startingBalance, List<Trade> trades, List<Decision> decisions, List<Day> days) {

    /**
     * A traded session.
     *
     * @param startBalance realised balance at its open, in cents of dollars
     * @param pnl of the trades closed in it, in cents of dollars
     * @param trades closed in it
     */
    public record Day(LocalDate date, long startBalance, long pnl, int trades) {}

    public Ledger {
        trades = List.copyOf(trades);
        decisions = List.copyOf(decisions);
        days = List.copyOf(days);
    }

    /** The trades by number, which is the order of entry. */
    public List<Trade> tradesInOrderOfEntry() {
        return trades.stream().sorted(Comparator.comparingInt(Trade::number)).toList();
    }

    /** Realised balance after the last trade, in cents of dollars. */
    public long endingBalance() {
        return startingBalance + trades.stream().mapToLong(Trade::pnl).sum();
    }
}
