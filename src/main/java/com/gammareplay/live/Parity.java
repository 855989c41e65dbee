package com.gammareplay.live;

import java.util.function.LongFunction;
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
     * @param visible the highest row of each table that a replay can see at the tick, null if nobody looked
     */
    public record Difference(
            long tick,
            String live,
            String replayed,
            String seen,
            @Nullable String visible) {}

    /** The same, with the highest rows that a replay can see at the tick of the difference. */
    Parity withVisible(LongFunction<String> rows) {
        if (firstDifference == null) {
            return this;
        }
        var difference = new Difference(
                firstDifference.tick(),
                firstDifference.live(),
                firstDifference.replayed(),
                firstDifference.seen(),
                rows.apply(firstDifference.tick()));
        return new Parity(identical, ticks, ticksSkipped, decisions, trades, difference);
    }
}
