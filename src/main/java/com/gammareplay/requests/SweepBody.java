package com.gammareplay.requests;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The body of a submission of a sweep as it was written, and its description; it is read field by field. */
@Schema(
        name = "SweepRequest",
        description = "What to sweep: either a grid, or samples of ranges. Any other field is refused.",
        additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
public record SweepBody(
        @Schema(
                description = "What all combinations have in common: the request of a backtest",
                requiredMode = Schema.RequiredMode.REQUIRED)
        BacktestBody base,

        @Schema(
                description = "Lists of values by parameter; every combination is tried",
                additionalPropertiesSchema = Object[].class)
        @Nullable
        Map<String, ? extends @Nullable Object> grid,

        @Schema(description = "By parameter {min, max, step} or a list of values; samples of them are tried") @Nullable
        Map<String, ? extends @Nullable Object> ranges,

        @Schema(
                description = "How many combinations are drawn from the ranges",
                implementation = Integer.class,
                minimum = "1",
                maximum = "100000")
        @Nullable
        BigDecimal samples,

        @Schema(
                description = "The same seed draws the same samples; 1 if it is left out",
                implementation = Long.class,
                minimum = "0")
        @Nullable
        BigDecimal seed,

        @Schema(description = "How the choice of the best combination is to be tested") @Nullable
        WalkForwardBody walkForward,

        @Schema(
                description = "Whether each combination gets the 95 % intervals that the result of a backtest has",
                requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                defaultValue = "false")
        boolean intervals,

        @Size(max = 200) @Schema(description = "Kept with the job; by default that of the base") @Nullable
        String label,

        @Size(max = 20) @Schema(description = "Kept with the job; by default those of the base") @Nullable
        List<@Size(max = 50) String> tags) {

    /** @param problems for what is unknown or of the wrong type; it counts as not given */
    static SweepBody of(JsonFields fields, Problems problems) {
        var inParts = new Problems();
        var base = base(fields.object("base"), inParts);
        var grid = fields.values("grid");
        var ranges = fields.values("ranges");
        var samples = fields.number("samples");
        var seed = fields.number("seed");
        var walkForward = WalkForwardBody.of(fields.object("walkForward"), inParts);
        var intervals = fields.flag("intervals");
        var label = fields.label();
        var tags = fields.tags();
        problems.addBelow("", fields.problems().list());
        problems.addBelow("", inParts.list());
        return new SweepBody(base, grid, ranges, samples, seed, walkForward, intervals, label, tags);
    }

    private static BacktestBody base(@Nullable JsonNode node, Problems problems) {
        if (node == null) {
            problems.add("/base", "must be given: the request of a backtest");
        }
        var fields = new JsonFields(node == null ? Json.EXACT.createObjectNode() : node);
        var base = BacktestBody.of(fields);
        problems.addBelow("/base", fields.problems().list());
        if (base.callbackUrl() != null) {
            problems.add("/base/callbackUrl", "must be left out: nobody is told of the end of a sweep");
        }
        return base;
    }

    /** What to test of choosing the best combination. */
    @Schema(
            name = "WalkForwardRequest",
            description = "Choose on some sessions, replay on those after them, move on.",
            additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
    record WalkForwardBody(
            @Schema(
                    description = "Sessions on which a window's best combination is chosen",
                    implementation = Integer.class,
                    minimum = "1",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            BigDecimal trainSessions,

            @Schema(
                    description = "Sessions after them, on which it is replayed",
                    implementation = Integer.class,
                    minimum = "1",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            BigDecimal testSessions,

            @Schema(
                    description = "Sessions from a window to the next, at least testSessions, which is the default",
                    implementation = Integer.class)
            @Nullable
            BigDecimal step,

            @Schema(description = "A headline number; a - before it: the greatest is best", defaultValue = "-totalPnl")
            @Nullable
            String objective) {

        private static @Nullable WalkForwardBody of(@Nullable JsonNode node, Problems problems) {
            if (node == null) {
                return null;
            }
            var fields = new JsonFields(node);
            var body = new WalkForwardBody(
                    fields.number("trainSessions"),
                    fields.number("testSessions"),
                    fields.number("step"),
                    fields.text("objective"));
            problems.addBelow("/walkForward", fields.problems().list());
            return body;
        }
    }
}
