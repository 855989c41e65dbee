package com.gammareplay.statistics;

import com.gammareplay.trading.Ledger;
import java.util.ArrayList;
import java.util.List;

/** What an account went through over the ticks of the traded sessions, as they come. */
public final class AccountHistory {

    private final long startingBalance;
    private final DrawdownSearch search;
    private final List<Long> opens = new ArrayList<>();
    private long ticks;
    private long ticksWithPosition;

    /**
     * A history without sessions.
     *
     * @param startingBalance cents of dollars
     */
    public AccountHistory(long startingBalance) {
        this.startingBalance = startingBalance;
        search = new DrawdownSearch((double) startingBalance);
    }

    /** Begins a session, at its open. */
    public void open(long instant) {
        if (opens.isEmpty()) {
            search.add(instant, (double) startingBalance);
        }
        opens.add(instant);
    }

    /**
     * Notes down a tick of it.
     *
     * @param equity the balance and the open positions at mid, in cents of dollars
     * @param positions number of open ones
     */
    public void tick(long instant, double equity, int positions) {
        search.add(instant, equity);
        ticks++;
        ticksWithPosition += positions > 0 ? 1 : 0;
    }

    /** The largest falls of the run whose history this is. */
    public Drawdowns drawdowns(Ledger run) {
        return new Drawdowns(Drawdown.ofBalance(run, opens), drawdown());
    }

    Drawdown drawdown() {
        return search.largest(opens);
    }

    /** Share of the ticks after which something was open. */
    Figure exposure() {
        return Figure.ratio((double) ticksWithPosition, (double) ticks, "no traded session");
    }
}
