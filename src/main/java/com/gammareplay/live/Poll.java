package com.gammareplay.live;

import com.gammareplay.model.Index;
import com.gammareplay.model.OptionContract;
import java.time.Instant;
import java.util.List;

/**
 * A question to the market.
 *
 * @param contracts whose quotes are wanted; of a snapshot none
 * @param begun when it was asked
 * @param until the tick that it is for: later tries would be of no use
 */
public record Poll(Kind kind, Index index, List<OptionContract> contracts, Instant begun, Instant until) {

    /** What is asked for. */
    public enum Kind {
        /** The whole chain, with index price, VIX and greeks. */
        SNAPSHOT,
        /** The contracts that are traded. */
        QUOTES
    }

    public Poll {
        contracts = List.copyOf(contracts);
    }
}
