package com.gammareplay.report.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Groups of a result side by side.
 *
 * @param missing why values of them are not known, empty if all are
 */
record Table(String caption, List<String> columns, List<Row> rows, String missing) {

    private static final String REASONS = "reasons";
    private static final String NAME = "name of the row";

    /** A group and its values. */
    record Row(String name, List<Cell> cells) {}

    /** A field of an object. */
    record Field(String name, String value) {}

    /** A value, with the class of its colour. */
    record Cell(String text, String sign) {}

    /**
     * A table of objects with the same fields, whatever these are.
     *
     * @param named field of the object that names the row, which is no column
     */
    static Table of(String caption, Iterable<JsonNode> objects, String named) {
        var columns = new LinkedHashSet<String>();
        var reasons = new LinkedHashSet<String>();
        for (var object : objects) {
            columns.addAll(object.propertyNames());
            object.path(REASONS)
                    .properties()
                    .forEach(reason -> reasons.add(Shown.phrase(reason.getKey()) + ": "
                            + reason.getValue().asString()));
        }
        columns.removeAll(List.of(named, REASONS));
        var rows = new ArrayList<Row>();
        for (var object : objects) {
            var cells = columns.stream().map(column -> cell(column, object)).toList();
            rows.add(new Row(Shown.text(object.path(named)), cells));
        }
        return new Table(caption, columns.stream().map(Shown::words).toList(), rows, String.join("; ", reasons));
    }

    /** A table of the fields of an object, which are objects themselves, by their names; none if there is no object. */
    static List<Table> ofFields(String caption, JsonNode objects) {
        var named = objects.propertyStream()
                .<JsonNode>map(
                        field -> ((ObjectNode) field.getValue().deepCopy()).put(NAME, Shown.words(field.getKey())))
                .toList();
        return named.isEmpty() ? List.of() : List.of(of(caption, named, NAME));
    }

    private static Cell cell(String column, JsonNode object) {
        var value = object.path(column);
        return new Cell(
                Shown.number(column, value),
                column.endsWith("Pnl") || column.equals("expectancy") ? Shown.sign(value) : "");
    }

    /** The fields of an object, whatever these are. */
    static List<Field> fields(JsonNode object) {
        return object.propertyStream()
                .map(field -> new Field(Shown.words(field.getKey()), Shown.text(field.getValue())))
                .toList();
    }
}
