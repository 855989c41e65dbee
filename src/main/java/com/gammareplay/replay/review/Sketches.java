package com.gammareplay.replay.review;

import com.gammareplay.trading.PathPoint;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What charts of a backtest are drawn from, thinned.
 *
 * @param account over the ticks, in order of time
 * @param paths by the number of the trade, in order of time
 * @param missing why there is none of both, null if there is
 */
public record Sketches(
        List<EquityPoint> account,
        Map<Integer, List<PathPoint>> paths,
        @Nullable String missing) {

    /** None, for a reason. */
    public static Sketches missing(String reason) {
        return new Sketches(List.of(), Map.of(), reason);
    }
}
