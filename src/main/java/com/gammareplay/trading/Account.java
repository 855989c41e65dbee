package com.gammareplay.trading;

import java.util.List;

/**
 * What a run has after a tick.
 *
 * @param balance of closed trades, in cents of dollars
 * @param positions that are open, in order of entry
 */
public record Account(long balance, List<OpenPosition> positions) {

    public Account {
        positions = List.copyOf(positions);
    }

    /** The balance, and the open positions at their last mids, after the fees of their entries; cents of dollars. */
    public double equity() {
        return balance + positions.stream().mapToDouble(OpenPosition::pnl).sum();
    }
}
