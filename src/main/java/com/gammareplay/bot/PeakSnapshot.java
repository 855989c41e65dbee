package com.gammareplay.bot;

import org.jspecify.annotations.Nullable;

/**
 * What is known of an index at the instant of a peak snapshot. Price and VIX come from one row.
 *
 * @param instant epoch second
 * @param rankOne strike of the recorded rank 1 peak in points, null if peaks are recomputed
 * @param adjustedPin the recorded pin between competing peaks in points, null if they do not compete
 * @param indexPrice in cents, null if not recorded
 * @param vix null if not recorded
 */
public record PeakSnapshot(
        long instant,
        @Nullable Double rankOne,
        @Nullable Double adjustedPin,
        @Nullable Long indexPrice,
        @Nullable Double vix) {}
