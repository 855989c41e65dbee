package com.gammareplay.live;

import com.gammareplay.trading.OpenPosition;
import java.util.List;

/**
 * How a paper session stands after a tick.
 *
 * @param tick epoch second
 * @param balance cents of dollars, of closed trades
 * @param equity cents of dollars: the balance, and open positions at their last mids
 * @param decisions so far
 * @param trades closed so far
 */
public record PaperState(
        long tick, long balance, double equity, int decisions, int trades, List<OpenPosition> openPositions) {

    public PaperState {
        openPositions = List.copyOf(openPositions);
    }
}
