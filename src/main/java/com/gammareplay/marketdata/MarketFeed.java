package com.gammareplay.marketdata;

import com.gammareplay.model.Index;
import com.gammareplay.model.OptionContract;
import com.gammareplay.model.Session;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Where the market is asked for as it is now: a broker, or a market that is made up. Each question is answered or fails;
 * failing tries are repeated as long as the answer may still be of use. Thread-safe.
 */
public interface MarketFeed {

    /**
     * Looks whether some indices can be traded on in a session: that the market knows it, has options that expire with it
     * and lets us in.
     *
     * @return what is odd but no obstacle, in sentences
     * @throws FeedException if it cannot
     */
    List<String> check(Session session, List<Index> indices);

    /**
     * The chain of an index that expires with the session, with price, VIX and fund.
     *
     * @param until when the answer is of no use any more
     * @throws FeedException if there is no complete answer
     */
    MarketSnapshot snapshot(Session session, Index index, Instant until);

    /**
     * The quotes of some contracts of an index that expire with the session; those that the market does not know are left
     * out.
     *
     * @param until when the answer is of no use any more
     * @throws FeedException if there is no answer
     */
    QuotePass quotes(Session session, Index index, List<OptionContract> contracts, Instant until);

    /** What of all its answers was left out, and what was odd about them, by name. */
    default Map<String, Long> counts() {
        return Map.of();
    }
}
