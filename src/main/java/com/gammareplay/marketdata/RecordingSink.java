package com.gammareplay.marketdata;

/** Takes down a market as it is seen, in the order of time: where a recorder writes to. Not thread-safe. */
public interface RecordingSink {

    /** Takes down the whole chain of an index with its price, its peaks and the state of the market around it. */
    void snapshot(MarketSnapshot snapshot);

    /** Takes down the quotes of the contracts near the pin, read in one pass. */
    void quotes(QuotePass pass);
}
