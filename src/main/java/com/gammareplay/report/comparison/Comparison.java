package com.gammareplay.report.comparison;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Two backtests, held against each other check by check. */
@Schema(name = "Comparison", description = "Two backtests, held against each other check by check.")
public record Comparison(
        @Schema(description = "Whether headlines, decisions and trades are the same")
        boolean identical,

        Causes causes,
        Headlines headline,
        Decisions decisions,
        Trades trades,

        @Schema(description = "The earliest difference; null if there is none", nullable = true) @Nullable
        Difference firstDifference,

        @Schema(description = "The earliest decision that differs; null if there is none", nullable = true) @Nullable
        Difference firstDecision,

        @Schema(description = "Fields that only one version writes; they are not compared")
        UnpairedFields unpairedFields) {

    /** An object as it was kept. */
    static Map<String, @Nullable Object> fields(JsonNode object) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }

    /** The headlines side by side. */
    @Schema(name = "ComparedHeadlines", description = "The headlines side by side.")
    public record Headlines(
            Map<String, @Nullable Object> left,
            Map<String, @Nullable Object> right,

            @Schema(description = "Right less left, of the numbers that both have")
            Map<String, BigDecimal> difference) {}

    /** How many decisions are the same. */
    @Schema(name = "ComparedDecisions", description = "How many decisions are the same.")
    public record Decisions(
            @Schema(description = "But for numbers of trades and parameters that differ")
            int same,

            @Schema(description = "Entered on one side only, or skipped for another reason")
            int otherOutcome,

            @Schema(description = "The same outcome, of other values or at another tick")
            int otherValues,

            @Schema(description = "Checks that only the left one has")
            int onlyLeft,

            @Schema(description = "Checks that only the right one has")
            int onlyRight) {}

    /** How many trades are the same, and the others. */
    @Schema(name = "ComparedTrades", description = "How many trades are the same, and the others.")
    public record Trades(
            @Schema(description = "But for their numbers and what explains their exits")
            int same,

            DifferingTrades differing,
            TradesOfOne onlyLeft,
            TradesOfOne onlyRight) {}

    /** Trades of the same checks that differ. */
    @Schema(name = "DifferingTrades", description = "Trades of the same checks that differ.")
    public record DifferingTrades(
            int count,

            @Schema(description = "P&L of all of them, right less left, in dollars")
            BigDecimal pnl,

            @Schema(description = "The first 100") List<DifferingTrade> items) {}

    /** Trades of the same check that differ. */
    @Schema(name = "DifferingTrade")
    public record DifferingTrade(
            @Schema(type = "string", format = "date") String session,

            String index,

            String checkTime,

            @Schema(description = "Right less left, in dollars")
            BigDecimal pnl,

            List<Differing> fields) {}

    /** Trades that the other one does not have. */
    @Schema(name = "TradesOfOne", description = "Trades of checks at which the other backtest has none.")
    public record TradesOfOne(
            int count,

            @Schema(description = "P&L of all of them, in dollars")
            BigDecimal pnl,

            @Schema(description = "The first 100, as /trades has them")
            List<Map<String, @Nullable Object>> items) {}

    /** Names of fields that only one side has. */
    @Schema(name = "UnpairedFields")
    public record UnpairedFields(List<String> left, List<String> right) {}
}
