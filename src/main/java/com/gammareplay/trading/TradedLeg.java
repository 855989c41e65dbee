package com.gammareplay.trading;

import com.gammareplay.model.Leg;
import org.jspecify.annotations.Nullable;

/**
 * A leg of a closed trade with the quotes that it was traded on.
 *
 * @param exit null at settlement without a usable quote
 */
public record TradedLeg(Leg leg, Quote entry, @Nullable Quote exit) {

    /**
     * A quote as it stood at a tick.
     *
     * @param bid cents per share
     * @param ask cents per share
     * @param age seconds
     */
    public record Quote(int bid, int ask, long age) {}
}
