package com.gammareplay.api.live;

import com.gammareplay.api.conventions.RawJson;
import com.gammareplay.live.Parity;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a parity check found. */
@Schema(name = "Parity", description = "Whether a replay of the recording decides what was decided live.")
record ParityView(
        @Schema(description = "Whether every decision with its values and every trade is the same, byte for byte")
        boolean identical,

        @Schema(description = "Ticks at which was decided live")
        int ticks,

        @Schema(description = "Ticks before the last of them at which was not: a backtest decides at them too")
        int ticksSkipped,

        @Schema(description = "Decisions of the replay") int decisions,

        @Schema(description = "Trades of the replay") int trades,

        @Schema(description = "Null if there is none", nullable = true) @Nullable
        DifferenceView firstDifference) {

    /** A tick at which live and replay differ. */
    @Schema(name = "ParityDifference")
    record DifferenceView(
            Instant tick,

            @Schema(description = "Decisions and trades of the live session")
            List<RawJson> live,

            @Schema(description = "Decisions and trades of the replay")
            List<RawJson> replayed,

            @Schema(description = "The highest row of each table that the live session could see")
            String seen,

            @Schema(description = "The highest row of each table that the replay could see", nullable = true) @Nullable
            String visible) {

        private static DifferenceView of(Parity.Difference difference) {
            return new DifferenceView(
                    Instant.ofEpochSecond(difference.tick()),
                    lines(difference.live()),
                    lines(difference.replayed()),
                    difference.seen(),
                    difference.visible());
        }

        private static List<RawJson> lines(String text) {
            return text.lines().map(RawJson::new).toList();
        }
    }

    static ParityView of(Parity parity) {
        var difference = parity.firstDifference();
        return new ParityView(
                parity.identical(),
                parity.ticks(),
                parity.ticksSkipped(),
                parity.decisions(),
                parity.trades(),
                difference == null ? null : DifferenceView.of(difference));
    }
}
