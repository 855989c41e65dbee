package com.gammareplay.trading;

/** Hears what a run decides and trades, at the tick at which it happens. */
public interface TradingListener {

    /** A check was decided. */
    void decided(Decision decision);

    /** A position was closed. */
    void closed(Trade trade);
}
