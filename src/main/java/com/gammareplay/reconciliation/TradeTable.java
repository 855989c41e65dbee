package com.gammareplay.reconciliation;

import java.util.List;

/** Trades made elsewhere, and the rows that cannot be read, both in the order of their lines. */
public record TradeTable(List<ComparedTrade> trades, List<BadRow> badRows) {

    /**
     * A row that is no trade.
     *
     * @param line from 1, which is the header
     * @param problem what is wrong with it
     */
    public record BadRow(int line, String problem) {}

    public TradeTable {
        trades = List.copyOf(trades);
        badRows = List.copyOf(badRows);
    }
}
