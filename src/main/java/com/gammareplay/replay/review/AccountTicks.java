package com.gammareplay.replay.review;

/** Hears what an account had after each tick. */
public interface AccountTicks {

    /**
     * Called for each tick in order of time.
     *
     * @param instant epoch second
     * @param balance of closed trades, in cents of dollars
     * @param equity the balance and the open positions at their last mids, after the fees of their entries
     * @param positions number of open ones
     */
    void tick(long instant, long balance, double equity, int positions);
}
