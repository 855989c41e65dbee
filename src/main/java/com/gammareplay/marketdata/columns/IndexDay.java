package com.gammareplay.marketdata.columns;

import com.gammareplay.model.Index;

/**
 * The day store: everything that was recorded of one index in one session.
 *
 * @param context rows of the market context
 * @param snapshots rows of the option snapshots of this session's expiration
 */
public record IndexDay(
        Index index,
        QuoteColumns quotes,
        PriceColumns context,
        PriceColumns snapshots,
        PeakColumns peaks,
        ChainColumns chains) {

    /** Feeds everything to a digest. */
    public void digest(ColumnDigest digest) {
        digest.add(index.name());
        quotes.digest(digest);
        context.digest(digest);
        snapshots.digest(digest);
        peaks.digest(digest);
        chains.digest(digest);
    }
}
