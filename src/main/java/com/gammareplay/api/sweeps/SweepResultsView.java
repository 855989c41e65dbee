package com.gammareplay.api.sweeps;

import com.gammareplay.api.conventions.RawJson;
import com.gammareplay.replay.Warning;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a sweep gave, ranked. */
@Schema(name = "SweepResults", description = "The combinations of a sweep, the best first.")
record SweepResultsView(
        @Schema(description = "Combinations tried: the more, the better the best one looks by chance")
        int trials,

        BaseView base,
        List<RowView> items,

        @Schema(description = "Cursor of the next page, null on the last one", nullable = true) @Nullable
        String next,

        @Schema(description = "What to know about the results")
        List<Warning> warnings,

        @Schema(
                description = "What they were made from, as the result of a backtest of the base says it; null if an"
                        + " earlier version made them",
                nullable = true)
        @Nullable
        RawJson provenance) {

    /** The request without any of the swept values. */
    @Schema(name = "SweepBase")
    record BaseView(
            @Schema(description = "The swept parameters as the base has them")
            Map<String, Object> parameters,

            RawJson headline) {}

    /** A combination. */
    @Schema(name = "SweepRow")
    record RowView(
            @Schema(description = "Place in the order asked for, from 1")
            int rank,

            @Schema(description = "The swept parameters") Map<String, Object> parameters,

            RawJson headline) {}
}
