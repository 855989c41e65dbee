package com.gammareplay.requests;

import com.gammareplay.parameters.NearestName;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where the columns of a CSV of trades are.
 *
 * @param width number of columns
 */
record TradeColumns(int width, Map<TradeColumn, Integer> places) {

    private static final String COLUMNS = "/columns/";
    private static final String CSV = "/csv";

    /** Finds columns in a header by the names that were given, or else by their own, letter case aside. */
    static TradeColumns of(List<String> header, Map<String, String> names, Problems problems) {
        for (var label : names.keySet()) {
            if (!TradeColumn.LABELS.contains(label)) {
                problems.add(
                        COLUMNS + Problems.escaped(label),
                        "unknown column" + NearestName.hint(label, TradeColumn.LABELS));
            }
        }
        var columns = new TradeColumns(header.size(), new EnumMap<>(TradeColumn.class));
        if (isOtherwiseSeparated(header)) {
            problems.add(CSV, "must have commas between columns");
            return columns;
        }
        for (var column : TradeColumn.values()) {
            columns.find(column, header, names, problems);
        }
        columns.requireChoices(names, problems);
        return columns;
    }

    private static boolean isOtherwiseSeparated(List<String> header) {
        return header.size() == 1
                && (header.getFirst().contains(";") || header.getFirst().contains("\t"));
    }

    private void find(TradeColumn column, List<String> header, Map<String, String> names, Problems problems) {
        var name = names.getOrDefault(column.label(), column.label()).strip();
        var found = IntStream.range(0, header.size())
                .filter(place -> header.get(place).equalsIgnoreCase(name))
                .toArray();
        var isNamed = names.containsKey(column.label());
        if (found.length == 1) {
            places.put(column, found[0]);
        } else if (found.length > 1) {
            problems.add(isNamed ? COLUMNS + column.label() : CSV, "has several columns " + TradeRows.shown(name));
        } else if (isNamed) {
            problems.add(
                    COLUMNS + column.label(),
                    "there is no column " + TradeRows.shown(name) + " in the header" + NearestName.hint(name, header));
        } else if (column.isRequired()) {
            problems.add(CSV, "has no column " + name + ", nor do columns name one" + NearestName.hint(name, header));
        }
    }

    /** What was named and is not there has been told already. */
    private void requireChoices(Map<String, String> names, Problems problems) {
        Predicate<TradeColumn> isMeant = column -> places.containsKey(column) || names.containsKey(column.label());
        if (Stream.of(TradeColumn.STRIKES, TradeColumn.CALL_SHORT, TradeColumn.PUT_SHORT)
                .noneMatch(isMeant)) {
            problems.add(CSV, "has no column strikes, nor callShort or putShort, nor do columns name one");
        }
        if (Stream.of(TradeColumn.EXIT_VALUE, TradeColumn.PNL).noneMatch(isMeant)) {
            problems.add(CSV, "has neither a column exitValue nor pnl, nor do columns name one");
        }
    }

    /** What a row has in a column; nothing if it is not there. */
    String cell(CsvLines.Line line, TradeColumn column) {
        var place = places.get(column);
        return place == null || place >= line.cells().size() ? "" : line.cells().get(place);
    }
}
