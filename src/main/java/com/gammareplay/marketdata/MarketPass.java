package com.gammareplay.marketdata;

import com.gammareplay.model.Index;

/** What one look at the live market brought, for one purpose: it is recorded as a whole, under one instant. */
public sealed interface MarketPass permits MarketSnapshot, QuotePass {

    /** Epoch second. */
    long instant();

    Index index();

    /** The same under another instant. */
    MarketPass at(long instant);
}
