package com.gammareplay.live;

import org.jspecify.annotations.Nullable;

/**
 * Whether a replay of a recorded session decides what was decided live.
 *
 * @param identical whether each tick gave the same decisions, with their values, and the same trades, byte for byte
 * @param ticks at which was decided live
 * @param ticksSkipped ticks of the session before the last decided one at which was not: a backtest of the recording
 *     decides at them too and may differ there
 * @param decisions of the replay
 * @param trades of the replay
 * @param firstDifference null if there is none
 */
public record Parity(
        boolean identical,
        int ticks,
        int ticksSkipped,
        int decisions,
        int trades,
        @Nullable Difference firstDifference) {

    /**
     * A tick at which live and replay differ.
     *
     * @param tick epoch second
     * @param live what was decided live, a line of JSON a decision or trade
     * @param replayed what the replay decided
     * @param seen the highest row of each table when it was decided live
     */
    public record Difference(long tick, String live, String replayed, String seen) {}
}
