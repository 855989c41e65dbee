package com.gammareplay.marketdata;

/**
 * A stretch of a session in which nothing was quoted, in epoch seconds.
 *
 * @param from when something was quoted before, or the open
 * @param until when something was quoted again, or the close
 */
public record QuoteGap(long from, long until) {

    /** How long it is. */
    public long seconds() {
        return until - from;
    }
}
