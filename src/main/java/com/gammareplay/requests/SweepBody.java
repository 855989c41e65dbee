package com.gammareplay.requests;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a submission of a sweep, for the description of the API; it is read field by field. */
@Schema(
        name = "SweepRequest",
        description = "What to sweep: either a grid, or samples of ranges. Any other field is refused.",
        additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
public record SweepBody(
        @Schema(
                description = "What all combinations have in common: the request of a backtest",
                requiredMode = Schema.RequiredMode.REQUIRED)
        BacktestRequest base,

        @Schema(description = "Lists of values by parameter; every combination is tried") @Nullable
        Map<String, List<Object>> grid,

        @Schema(description = "By parameter {min, max, step} or a list of values; samples of them are tried") @Nullable
        Map<String, Object> ranges,

        @Schema(description = "How many combinations are drawn from the ranges", minimum = "1", maximum = "100000")
        @Nullable
        Integer samples,

        @Schema(description = "The same seed draws the same samples; 1 if it is left out", minimum = "0") @Nullable
        Long seed,

        @Schema(description = "How the choice of the best combination is to be tested") @Nullable
        WalkForwardBody walkForward,

        @Size(max = 200) @Schema(description = "Kept with the job; by default that of the base") @Nullable
        String label,

        @Size(max = 20) @Schema(description = "Kept with the job; by default those of the base") @Nullable
        List<@Size(max = 50) String> tags) {

    /** What to test of choosing the best combination. */
    @Schema(
            name = "WalkForwardRequest",
            description = "Choose on some sessions, replay on those after them, move on.",
            additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
    record WalkForwardBody(
            @Schema(
                    description = "Sessions on which a window's best combination is chosen",
                    minimum = "1",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            int trainSessions,

            @Schema(
                    description = "Sessions after them, on which it is replayed",
                    minimum = "1",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            int testSessions,

            @Schema(description = "Sessions from a window to the next, at least testSessions, which is the default")
            @Nullable
            Integer step,

            @Schema(description = "A headline number; a - before it: the greatest is best", defaultValue = "-totalPnl")
            @Nullable
            String objective) {}
}
