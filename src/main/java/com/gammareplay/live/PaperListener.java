package com.gammareplay.live;

import com.gammareplay.trading.TradingListener;

/** Hears what a paper session decides and trades, and how it stands after each tick; after a restart all of it again. */
public interface PaperListener extends TradingListener {

    /** A tick is over. */
    void stands(PaperState state);
}
