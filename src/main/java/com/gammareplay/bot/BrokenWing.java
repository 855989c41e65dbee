package com.gammareplay.bot;

import com.gammareplay.model.Index;
import java.util.List;

/** Skews an iron condor with the polarity of gamma (bot rules, section 4). */
final class BrokenWing {

    private static final double LEAST_GPI = 0.20;
    private static final double LEAST_MAGNITUDE = 5e9;
    private static final double MOST_VIX = 25;

    private BrokenWing() {}

    /** True if a polarity is strong enough at a VIX. */
    static boolean applies(Gex.Polarity polarity, double vix) {
        return Math.abs(polarity.gpi()) >= LEAST_GPI && polarity.magnitude() >= LEAST_MAGNITUDE && vix <= MOST_VIX;
    }

    /** The condor with one wing narrowed and the other widened; as it was if a short is not out of the money. */
    static TradePlan broken(TradePlan condor, Index index, int price, double gpi) {
        if (condor.shortDistance(price) <= 0) {
            return condor;
        }
        var width = condor.widestWing();
        var grid = index.strikeGrid();
        var offset = Math.max(grid, (int) (Math.floor(width * 0.5 * Math.abs(gpi) / grid) * grid));
        var narrow = Math.max(grid, width - offset);
        var wide = Math.min(width + offset, 2 * narrow);
        var callWing = gpi > 0 ? narrow : wide;
        var putWing = gpi > 0 ? wide : narrow;
        var strikes = shorts(condor);
        return TradeSetup.condor(
                strikes.getFirst(), strikes.getFirst() + callWing, strikes.getLast(), strikes.getLast() - putWing);
    }

    private static List<Integer> shorts(TradePlan condor) {
        return List.of(condor.legs().get(0).strike(), condor.legs().get(2).strike());
    }
}
