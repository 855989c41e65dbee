package com.gammareplay.replay.sweep;

import com.gammareplay.parameters.TypedParameters;
import com.gammareplay.replay.ReplayRequest;
import org.jspecify.annotations.Nullable;

/**
 * What to sweep, checked and with every default filled in.
 *
 * @param base what all combinations have in common
 * @param walkForward null if the choice is not to be tested
 * @param intervals whether each combination gets its confidence intervals
 */
public record SweepRequest(
        ReplayRequest base,
        Combinations combinations,
        @Nullable WalkForward walkForward,
        boolean intervals) {

    /** How many are replayed: the base as number 0, then the combinations. */
    public int size() {
        return combinations.size() + 1;
    }

    /** Seconds between two ticks of the base. */
    int step() {
        return TypedParameters.of(base.parameters()).schedule().step();
    }

    /** What is replayed for a number: the same as a backtest of its own would. */
    public ReplayRequest request(int number) {
        if (number == 0) {
            return base;
        }
        return new ReplayRequest(
                base.dataset(),
                base.databaseZone(),
                base.indices(),
                base.from(),
                base.to(),
                base.preset(),
                base.parameters().with(combinations.values(number - 1)),
                base.startingBalance(),
                base.requireCoverage());
    }
}
