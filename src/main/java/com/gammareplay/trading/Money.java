package com.gammareplay.trading;

import com.gammareplay.bot.StrategyParameters;

/** Amounts of an account, in cents of dollars (bot rules, section 10). */
final class Money {

    private static final int SHARES = 100;

    private Money() {}

    /** The amount of a price in cents per share over some contracts. */
    static long ofShares(long price, int contracts) {
        return price * SHARES * contracts;
    }

    /** The amount of a price that may fall between cents. */
    static double ofShares(double price, int contracts) {
        return price * SHARES * contracts;
    }

    /** The fees of trading each leg of some contracts a number of times, rounded half to even once. */
    static long fees(StrategyParameters.Fills fills, int legs, int contracts, int times) {
        var once = fills.commissionPerContract() * legs * contracts;
        return (long) Math.rint((times == 1 ? once : once + once) * 100);
    }
}
