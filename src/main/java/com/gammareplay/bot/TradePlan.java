package com.gammareplay.bot;

import com.gammareplay.model.Leg;
import com.gammareplay.model.Right;
import java.util.List;

/**
 * What the bot would sell.
 *
 * @param legs in the order call short, call long, put short, put long, as far as the strategy has them
 * @param fallback whether it is the OTM fallback, which has credit rules of its own
 */
public record TradePlan(
        Strategy strategy, Direction direction, Confidence confidence, List<Leg> legs, boolean fallback) {

    public TradePlan {
        legs = List.copyOf(legs);
        if (legs.isEmpty() || legs.size() % 2 != 0) {
            throw new IllegalArgumentException("legs must be one or two verticals, were " + legs);
        }
        for (var i = 0; i < legs.size(); i++) {
            if (legs.get(i).isShort() != isShort(i)) {
                throw new IllegalArgumentException("legs must be pairs of short and long, were " + legs);
            }
        }
    }

    /** Whether the leg at a place, 0 being the first, is sold: every plan sells and buys in turns. */
    public static boolean isShort(int place) {
        return place % 2 == 0;
    }

    /** Notes down what would be traded. */
    void note(Evidence evidence) {
        evidence.add("strategy", strategy.name()).add("direction", direction.name());
        for (var leg : legs) {
            evidence.add(
                    (leg.right() == Right.CALL ? "call" : "put") + (leg.isShort() ? "Short" : "Long"), leg.strike());
        }
    }

    /** Distance of the nearest short strike out of the money of a price, both in points; negative in the money. */
    public int shortDistance(int price) {
        var least = Integer.MAX_VALUE;
        for (var i = 0; i < legs.size(); i += 2) {
            var leg = legs.get(i);
            least = Math.min(least, leg.right() == Right.CALL ? leg.strike() - price : price - leg.strike());
        }
        return least;
    }

    /** Distance between the strikes of the wider vertical, in points. */
    public int widestWing() {
        var widest = 0;
        for (var i = 0; i < legs.size(); i += 2) {
            widest = Math.max(
                    widest, Math.abs(legs.get(i).strike() - legs.get(i + 1).strike()));
        }
        return widest;
    }
}
