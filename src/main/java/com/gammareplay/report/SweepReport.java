package com.gammareplay.report;

import com.gammareplay.replay.Headline;
import com.gammareplay.replay.Provenance;
import com.gammareplay.replay.sweep.WalkForwardResult;
import com.gammareplay.report.ResultJson.ProvenanceJson;
import com.gammareplay.statistics.Intervals;
import com.gammareplay.statistics.ResultNumber;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes sweeps as JSON. Thread-safe. */
public final class SweepReport {

    /** The columns of a table that confidence intervals fill. */
    public static final List<String> INTERVAL_COLUMNS = Intervals.NUMBERS.stream()
            .flatMap(number -> Stream.of(number.label() + "Low", number.label() + "High"))
            .toList();

    private final JsonMapper json = JsonReport.mapper();

    private final JsonMapper exact = JsonReport.exactMapper();

    /** The headline numbers of a run as one JSON object, the same as of a backtest. */
    public String headline(Headline headline) {
        return json.writeValueAsString(HeadlineJson.of(headline));
    }

    /** The confidence intervals of a run as one JSON object, the same as of a backtest. */
    public String intervals(Intervals intervals) {
        return json.writeValueAsString(IntervalsJson.of(intervals));
    }

    /** What a sweep was made from, as one JSON object. */
    public String provenance(Provenance provenance) {
        return json.writeValueAsString(ProvenanceJson.of(provenance));
    }

    /** A walk-forward test as one JSON object. */
    public String walkForward(WalkForwardResult result) {
        return json.writeValueAsString(WalkForwardJson.of(result));
    }

    /** A value as a cell of a table: texts as they are, nothing for null, lists as JSON. */
    public String cell(@Nullable Object plain) {
        return switch (plain) {
            case null -> "";
            case String text -> text;
            default -> json.writeValueAsString(plain);
        };
    }

    /** A headline as cells: its numbers in their order, then its warnings. */
    public List<String> headlineCells(String headline) {
        var fields = exact.readTree(headline);
        var cells = new ArrayList<String>();
        ResultNumber.HEADLINE_NAMES.forEach(
                label -> cells.add(fields.path(label).asString("")));
        cells.add(warningsCell(fields.path("warnings").properties()));
        return cells;
    }

    /** Confidence intervals as cells, two a number; empty where there is none. */
    public List<String> intervalCells(@Nullable String intervals) {
        var fields = exact.readTree(intervals == null ? "{}" : intervals);
        return Intervals.NUMBERS.stream()
                .map(number -> fields.path(number.label()))
                .flatMap(range -> Stream.of(range.path("low"), range.path("high")))
                .map(limit -> limit.asString(""))
                .toList();
    }

    /**
     * A walk-forward test with the combination that looks best beside it.
     *
     * @param test as {@link #walkForward} wrote it
     * @param parameters the swept ones of that combination
     * @param headline its own, over all sessions
     */
    public String besideBest(String test, Map<String, ? extends @Nullable Object> parameters, String headline) {
        var fields = new LinkedHashMap<String, Object>();
        exact.readTree(test).properties().forEach(field -> {
            if (field.getKey().equals("outOfSample")) {
                fields.put("inSample", new InSample(parameters, exact.readTree(headline)));
            }
            fields.put(field.getKey(), field.getValue());
        });
        return exact.writeValueAsString(fields);
    }

    private record InSample(Map<String, ? extends @Nullable Object> parameters, JsonNode headline) {}

    /** Counts by code as a cell, such as {@code FEW_TRADES=4 NO_COSTS=4}. */
    public static String warningsCell(Collection<? extends Map.Entry<?, ?>> counts) {
        return counts.stream()
                .map(count -> count.getKey() + "=" + count.getValue())
                .collect(Collectors.joining(" "));
    }
}
