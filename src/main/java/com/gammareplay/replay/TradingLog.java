package com.gammareplay.replay;

import com.gammareplay.trading.Decision;
import com.gammareplay.trading.Trade;
import com.gammareplay.trading.TradingListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what a run decides and trades, and tells its listener of each closed trade. */
final class TradingLog implements TradingListener {

    private static final Logger LOG = LoggerFactory.getLogger("com.gammareplay.trading");

    private final ReplayListener listener;

    TradingLog(ReplayListener listener) {
        this.listener = listener;
    }

    @Override
    public void decided(Decision decision) {
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "{} {} {} {} {}",
                    decision.session(),
                    decision.check().index(),
                    decision.check().time(),
                    decision.reason() == null ? "ENTERED trade " + decision.tradeNumber() : decision.reason(),
                    decision.values());
        }
    }

    @Override
    public void closed(Trade trade) {
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "{} {} {} trade {} closed at {} cents, P&L {} cents",
                    trade.session(),
                    trade.index(),
                    trade.exit().reason(),
                    trade.number(),
                    trade.exit().value(),
                    trade.pnl());
        }
        listener.closed(trade);
    }
}
