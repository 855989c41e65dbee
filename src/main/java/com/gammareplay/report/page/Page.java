package com.gammareplay.report.page;

import com.gammareplay.parameters.ParameterValues;
import com.gammareplay.parameters.Preset;
import com.gammareplay.requests.ListedRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Everything that a page tells, in words: the template has only to lay it out. */
record Page(
        String title,
        String about,
        List<String> tags,
        List<Finding> warnings,
        Numbers numbers,
        @Nullable String missing,
        AccountChart account,
        List<DayCalendar.Month> months,
        List<Table> falls,
        List<Table> breakdowns,
        List<TradeRow> trades,
        List<Table.Field> request,
        List<Setting> parameters,
        List<Table.Field> provenance) {

    /** What the groups of some breakdowns are measured in. */
    private static final Map<String, String> UNITS = Map.of(
            "pinDistance", " at entry, in percent of the index",
            "holding", " time, in minutes",
            "quoteAge", " at entry, in seconds",
            "vix", " at entry");

    /** A warning. */
    record Finding(String code, String count, String message) {}

    /**
     * A parameter.
     *
     * @param preset the value of the preset where it is another one, else empty
     */
    record Setting(String name, String value, String preset) {}

    static Page of(Reported reported) {
        var request = reported.request();
        var result = reported.result();
        var dataset = request.path("dataset").asString();
        var label = reported.label();
        var paths = reported.sketches().paths();
        return new Page(
                label == null ? "Backtest of " + dataset : label,
                dataset + ", " + Shown.text(request.path("indices")) + ", "
                        + request.path("from").asString() + " to "
                        + request.path("to").asString() + ", preset "
                        + request.path("preset").asString(),
                reported.tags(),
                result.path("warnings")
                        .valueStream()
                        .map(warning -> new Finding(
                                warning.path("code").asString(),
                                Shown.text(warning.path("count")),
                                warning.path("message").asString()))
                        .toList(),
                Numbers.of(result),
                reported.sketches().missing(),
                AccountChart.of(reported),
                DayCalendar.months(reported),
                Table.ofFields("Largest falls of the account", result.path("drawdowns")),
                result.path("breakdowns")
                        .propertyStream()
                        .map(groups -> Table.of(by(groups.getKey()), groups.getValue(), "group"))
                        .toList(),
                result.path("trades")
                        .valueStream()
                        .map(trade -> TradeRow.of(
                                trade, paths.get(trade.path("number").asInt())))
                        .toList(),
                Table.fields(request).stream()
                        .filter(field -> !field.name().equals("Parameters"))
                        .toList(),
                settings(request),
                Table.fields(result.path("provenance")));
    }

    private static String by(String dimension) {
        return "By " + Shown.phrase(dimension) + UNITS.getOrDefault(dimension, "");
    }

    private static List<Setting> settings(JsonNode request) {
        var preset = Preset.find(request.path("preset").asString(""))
                .<JsonNode>map(found ->
                        ReportPage.JSON.valueToTree(ParameterValues.of(found).plain()))
                .orElse(MissingNode.getInstance());
        var changed =
                ReportPage.JSON.readTree(ListedRequest.of(request.toString())).path("parameters");
        return request.path("parameters")
                .propertyStream()
                .map(parameter -> new Setting(
                        parameter.getKey(),
                        Shown.text(parameter.getValue()),
                        changed.has(parameter.getKey()) ? Shown.text(preset.path(parameter.getKey())) : ""))
                .toList();
    }
}
