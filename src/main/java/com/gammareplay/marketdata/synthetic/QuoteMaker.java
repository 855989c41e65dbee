package com.gammareplay.marketdata.synthetic;

import com.gammareplay.marketdata.ContractQuote;
import com.gammareplay.model.Index;
import com.gammareplay.model.Right;

/** Quotes around a value: on the tick, a tick or two wide near the money and wider in it, wider for NDX. */
final class QuoteMaker {

    private static final int FINE_BELOW = 300;
    private static final int FINE_TICK = 5;
    private static final int COARSE_TICK = 10;

    private final Index index;
    private final OpenInterest interest;
    private final Dice dice;

    QuoteMaker(Index index, OpenInterest interest, Dice dice) {
        this.index = index;
        this.interest = interest;
        this.dice = dice;
    }

    /**
     * The quote of a contract.
     *
     * @param value in dollars
     * @param progress part of the session that is over, 0 to 1
     */
    ContractQuote quote(int strike, Right right, double value, double progress) {
        var cents = value * 100;
        var width = width(cents);
        var bid = Math.max(0, floor(cents - width / 2.0));
        var ask = Math.max(ceil(bid + width), FINE_TICK);
        var volume = interest.volume(strike, right, progress);
        var last = volume == 0 ? null : (Integer) (bid > 0 && dice.chance(0.5) ? bid : ask);
        return new ContractQuote(strike, right, bid, ask, last, volume, interest.open(strike, right));
    }

    /** In cents, for a value in cents. */
    private int width(double value) {
        return switch (index) {
            case SPX -> spxWidth(value);
            case NDX -> ndxWidth(value);
        };
    }

    private int spxWidth(double value) {
        if (value < FINE_BELOW) {
            return dice.chance(0.75) ? 5 : 10;
        }
        if (value < 2_000) {
            return dice.chance(0.8) ? 10 : 20;
        }
        return value < 6_000 ? 20 + 10 * dice.below(3) : deepWidth(value);
    }

    private int ndxWidth(double value) {
        if (value < FINE_BELOW) {
            return 10 + 5 * dice.below(2);
        }
        if (value < 2_000) {
            return 20 + 10 * dice.below(2);
        }
        return value < 15_000 ? 30 + 10 * dice.below(3) : deepWidth(value);
    }

    private int deepWidth(double value) {
        return 60 + 10 * (int) (value * dice.between(0.0008, 0.0016));
    }

    private static int tick(double cents) {
        return cents < FINE_BELOW ? FINE_TICK : COARSE_TICK;
    }

    private static int floor(double cents) {
        var tick = tick(cents);
        return (int) Math.floor(cents / tick) * tick;
    }

    private static int ceil(int cents) {
        var tick = tick(cents);
        return (cents + tick - 1) / tick * tick;
    }
}
