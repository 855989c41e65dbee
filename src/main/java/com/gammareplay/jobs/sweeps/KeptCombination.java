package com.gammareplay.jobs.sweeps;

import com.gammareplay.statistics.SessionSharpe;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a combination, or of the base.
 *
 * @param headline as JSON
 * @param sharpe null if it has none, or an earlier version kept it
 * @param intervals as JSON, null if they were not asked for
 */
public record KeptCombination(
        String headline,
        @Nullable SessionSharpe sharpe,
        @Nullable String intervals) {}
