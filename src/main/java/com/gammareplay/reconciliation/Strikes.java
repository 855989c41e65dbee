package com.gammareplay.reconciliation;

import com.gammareplay.bot.Strategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The strikes of a trade.
 *
 * @param points in rising order: two of a spread, four of an iron condor
 * @param strategy null if it is not known of which side a spread is
 */
public record Strikes(List<Integer> points, @Nullable Strategy strategy) {

    public Strikes {
        points = points.stream().sorted().toList();
    }

    boolean isSame(Strikes other) {
        return points.equals(other.points) && isLike(other);
    }

    /** Whether the same kind of trade may be meant. */
    boolean isLike(Strikes other) {
        return points.size() == other.points.size()
                && (strategy == null || other.strategy == null || strategy == other.strategy);
    }
}
