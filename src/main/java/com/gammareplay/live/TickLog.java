package com.gammareplay.live;

import com.gammareplay.report.ReportWriter;
import com.gammareplay.trading.Decision;
import com.gammareplay.trading.Trade;
import com.gammareplay.trading.TradingListener;

/** What comes of a tick as text: a line a decision and a line a closed trade, as results have them, in their order. */
final class TickLog implements TradingListener {

    private final ReportWriter report;
    private final TradingListener listener;
    private final StringBuilder lines = new StringBuilder();
    private int decisions;
    private int trades;

    /** A log that passes on what it hears. */
    TickLog(ReportWriter report, TradingListener listener) {
        this.report = report;
        this.listener = listener;
    }

    @Override
    public void decided(Decision decision) {
        decisions++;
        lines.append(report.decision(decision)).append('\n');
        listener.decided(decision);
    }

    @Override
    public void closed(Trade trade) {
        trades++;
        lines.append(report.trade(trade)).append('\n');
        listener.closed(trade);
    }

    /** The lines since the last call; none if nothing was decided. */
    String take() {
        var text = lines.toString();
        lines.setLength(0);
        return text;
    }

    /** Decisions so far. */
    int decisions() {
        return decisions;
    }

    /** Trades closed so far. */
    int trades() {
        return trades;
    }
}
