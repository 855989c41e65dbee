package com.gammareplay.replay.sweep;

import com.gammareplay.replay.Headline;
import com.gammareplay.statistics.Intervals;
import com.gammareplay.statistics.SessionSharpe;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep keeps of a combination, or of the base.
 *
 * @param sharpe null if its Sharpe ratio is missing
 * @param intervals null if the sweep does not ask for them
 */
public record SweptCombination(
        Headline headline,
        @Nullable SessionSharpe sharpe,
        @Nullable Intervals intervals) {}
