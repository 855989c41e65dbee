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

        @Schema(
                description = "Combinations tried on these data so far, by all jobs; null if an earlier version made"
                        + " the sweep, which does not say which data they are",
                nullable = true)
        @Nullable
        Long tried,

        @Schema(
                description = "The Sharpe ratio, of a year, that the best of so many has by chance; null with a reason",
                nullable = true)
        @Nullable
        Number sharpeByChance,

        @Schema(description = "Why one of these is null, by its name")
        Map<String, String> reasons,

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

            RawJson headline,

            @Schema(
                    description =
                            "Probability that it is better than the best of so many is by chance; null with a reason",
                    nullable = true)
            @Nullable
            Number deflatedSharpe,

            @Schema(
                    description = "The 95 % intervals, as the result of a backtest has them; null unless asked for",
                    nullable = true)
            @Nullable
            RawJson intervals,

            @Schema(description = "Why deflatedSharpe is null, by its name")
            Map<String, String> reasons) {}
}
