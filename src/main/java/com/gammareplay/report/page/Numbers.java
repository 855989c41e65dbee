package com.gammareplay.report.page;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The numbers of a summary, with how sure they are.
 *
 * @param main those that are looked at first
 * @param intervals how they were found, or why there are none
 */
record Numbers(List<Row> main, List<Row> all, String intervals) {

    private static final List<String> MAIN =
            List.of("totalPnl", "trades", "winRate", "profitFactor", "expectancy", "maxDrawdown", "sharpe");

    /**
     * A number.
     *
     * @param interval empty if there is none
     * @param reason why it or its interval is not known, empty if it is
     */
    record Row(String name, String value, String sign, String interval, String reason) {}

    static Numbers of(JsonNode result) {
        var summary = result.path("summary");
        return new Numbers(
                MAIN.stream()
                        .filter(summary::has)
                        .map(name -> row(name, result))
                        .toList(),
                summary.propertyStream()
                        .map(field -> row(field.getKey(), result))
                        .toList(),
                sentence(result.path("intervals")));
    }

    private static Row row(String name, JsonNode result) {
        var value = result.path("summary").path(name);
        var intervals = result.path("intervals");
        var reason = result.path("reasons")
                .path(name)
                .asString(intervals.path("reasons").path(name).asString(""));
        return new Row(
                Shown.words(name),
                Shown.number(name, value),
                name.equals("totalPnl") ? Shown.sign(value) : "",
                interval(name, intervals.path(name)),
                reason);
    }

    private static String interval(String name, JsonNode interval) {
        if (!interval.has("low")) {
            return "";
        }
        var high = interval.path("high");
        return Shown.number(name, interval.path("low"))
                + (high.isNumber() ? " to " + Shown.number(name, high) : " and more");
    }

    private static String sentence(JsonNode intervals) {
        if (intervals.isMissingNode()) {
            return "An earlier version kept this result without intervals; submit the backtest again for them.";
        }
        var percent = intervals.path("level").decimalValue().movePointRight(2).stripTrailingZeros();
        return "Intervals: " + percent.toPlainString()
                + " %, by a bootstrap over sessions (" + Shown.text(intervals.path("resamples"))
                + " resamples, seed " + Shown.text(intervals.path("seed"))
                + "): what a number might have been, had other sessions like these come.";
    }
}
