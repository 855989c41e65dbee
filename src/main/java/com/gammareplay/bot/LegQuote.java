package com.gammareplay.bot;

import com.gammareplay.model.Leg;

/**
 * A leg with the quote on which it is traded.
 *
 * @param series number of the leg's quotes in its view
 * @param bid cents per share
 * @param ask cents per share
 * @param quotedAt epoch second
 */
public record LegQuote(Leg leg, int series, int bid, int ask, long quotedAt) {

    /** What selling a short or buying a long leg at once brings, in cents: negative for a long. */
    public int natural() {
        return leg.isShort() ? bid : -ask;
    }

    /** Middle of the quote as the credit counts it, in cents: negative for a long. */
    public double mid() {
        var mid = ((long) bid + ask) / 2.0;
        return leg.isShort() ? mid : -mid;
    }

    public int width() {
        return ask - bid;
    }
}
