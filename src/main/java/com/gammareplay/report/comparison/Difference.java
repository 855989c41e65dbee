package com.gammareplay.report.comparison;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A check at which two backtests differ. */
@Schema(name = "ComparisonDifference", description = "A check at which the backtests differ, and why.")
public record Difference(
        What what,

        @Schema(description = "When it shows: the decision, the entry, or the earlier one of the exits")
        Instant time,

        @Schema(type = "string", format = "date") String session,

        String index,

        String checkTime,

        @Schema(description = "The decision or the trade, null if there is none", nullable = true) @Nullable
        Map<String, @Nullable Object> left,

        @Schema(description = "The decision or the trade, null if there is none", nullable = true) @Nullable
        Map<String, @Nullable Object> right,

        @Schema(description = "Its fields that differ; values.NAME of a value that was compared")
        List<String> fields,

        Cause cause) {

    /** What differs. */
    public enum What {
        /** Of a trade: it was entered by the same decision, and filled or closed otherwise. */
        TRADE,
        DECISION
    }

    /** Why they differ, as far as that is proven. */
    @Schema(name = "ComparisonCause")
    public record Cause(
            @Schema(
                    description = "What differs of that from which they were made. One alone is the cause; of several "
                            + "any may be")
            List<Causes.Kind> kinds,

            @Schema(description = "Of the parameters that differ, those that the decision compared")
            List<String> compared,

            @Schema(description = "The same in words") String message) {}
}
