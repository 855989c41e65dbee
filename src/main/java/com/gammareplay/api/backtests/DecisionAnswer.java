package com.gammareplay.api.backtests;

import com.gammareplay.api.conventions.RawJson;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decisions, or how many there are. */
@Schema(implementation = DecisionAnswer.Described.class)
sealed interface DecisionAnswer permits DecisionPage, DecisionCounts {

    /** Both in one, for the description: clients that are generated from it try each of several, and take all for right. */
    @Schema(name = "Decisions", description = "A part of the decisions; with count how many there are of each kind.")
    record Described(
            @Schema(description = "Not with count") List<RawJson> items,

            @Schema(description = "Cursor of the next page, null on the last one; not with count", nullable = true)
            @Nullable
            String next,

            @Schema(description = "The field by which they are counted; only with count", example = "reason")
            String count,

            @Schema(description = "The most frequent value first; only with count")
            List<DecisionCounts.Count> counts) {}
}
