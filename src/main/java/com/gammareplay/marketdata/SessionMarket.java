package com.gammareplay.marketdata;

import com.gammareplay.bot.MarketView;
import com.gammareplay.model.Index;

/** One session's market, seen through views that end at the instant to which it was last advanced. */
public interface SessionMarket {

    /** Moves all views to an instant, in epoch seconds, never back. */
    void advanceTo(long instant);

    /** The market of an index as known at the instant of the last {@link #advanceTo}. */
    MarketView view(Index index);
}
