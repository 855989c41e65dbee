package com.gammareplay.requests;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.csv.CsvMapper;

/** Takes CSV apart (RFC 4180), and knows on which line a row begins. Lines without any text are passed over. */
final class CsvLines {

    private static final int MOST_ROWS = 10_000;
    private static final int MOST_COLUMNS = 200;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final CsvMapper CSV = new CsvMapper();

    /**
     * A row.
     *
     * @param number of the line on which it begins, from 1
     * @param cells without blanks around
     */
    record Line(int number, List<String> cells) {}

    private CsvLines() {}

    /**
     * The rows of a table, the first being its header.
     *
     * @throws IllegalArgumentException if it is no table
     */
    static List<Line> read(String text) {
        var lines = new ArrayList<Line>();
        try (var parser = CSV.createParser(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text)) {
            while (parser.nextToken() == JsonToken.START_ARRAY) {
                var line = new Line(parser.currentLocation().getLineNr(), cells(parser));
                if (!line.cells().stream().allMatch(String::isEmpty)) {
                    lines.add(line);
                }
                if (lines.size() > MOST_ROWS + 1) {
                    throw new IllegalArgumentException("must have at most " + MOST_ROWS + " rows");
                }
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "line " + e.getLocation().getLineNr()
                            + ": what begins with a quote must end with one, before a comma or the end of a line",
                    e);
        }
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("must have a header");
        }
        return lines;
    }

    private static List<String> cells(JsonParser parser) {
        var cells = new ArrayList<String>();
        while (parser.nextToken() == JsonToken.VALUE_STRING) {
            cells.add(parser.getString().strip());
            if (cells.size() > MOST_COLUMNS) {
                throw new IllegalArgumentException("must have at most " + MOST_COLUMNS + " columns");
            }
        }
        return cells;
    }
}
