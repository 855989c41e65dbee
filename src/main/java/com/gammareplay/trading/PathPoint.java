package com.gammareplay.trading;

import org.jspecify.annotations.Nullable;

/**
 * A trade at a tick of its life. Prices are those of the whole position, in cents per share: what closing costs.
 *
 * @param instant epoch second
 * @param quotes null without usable quotes for all legs
 * @param index the implied one in cents, null without one
 * @param levels that the exit rules compare with
 * @param hold whether the position is held to settlement
 */
public record PathPoint(
        long instant, @Nullable Quotes quotes, @Nullable Long index, Levels levels, boolean hold) {

    /**
     * What closing costs.
     *
     * @param worst shorts bought at the ask, longs sold at the bid
     * @param best shorts bought at the bid, longs sold at the ask
     * @param p profit at mid as a fraction of the credit
     */
    public record Quotes(double mid, double worst, double best, double p) {}

    /**
     * The prices at which the rules close the position, null where a rule does not apply at the tick.
     *
     * @param target profit is taken at this mid or below; null while the position is held
     * @param trailingStop closed at this mid or above; null until it is armed
     * @param stopLoss closed at this price or above; null until the position is old enough
     * @param emergencyStop closed at this price or above, if the quotes can be believed
     */
    public record Levels(
            @Nullable Double target,
            @Nullable Double trailingStop,
            @Nullable Double stopLoss,
            double emergencyStop) {}
}
