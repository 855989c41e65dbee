package com.gammareplay.marketdata.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How far a recording goes: the highest id of each table, and a check of that row. Rows that are added later have higher
 * ids; so whoever knows the marks can tell which rows are new.
 *
 * @param file its inode
 * @param schema SQLite's number of the schema, which also a rewriting of the file changes
 */
record RowMarks(String file, long schema, Map<RecorderTable, Mark> tables) {

    /**
     * The last row of a table.
     *
     * @param id {@link Long#MIN_VALUE} if it has none
     * @param check a hash of what the row holds
     */
    record Mark(long id, int check) {
        static final Mark NONE = new Mark(Long.MIN_VALUE, 0);
    }

    /** The present marks; empty if a table numbers its rows in another way. */
    static Optional<RowMarks> of(Connection connection, Tables tables, FileStamp stamp) throws SQLException {
        if (!tables.numbered().containsAll(tables.present())) {
            return Optional.empty();
        }
        var marks = new EnumMap<RecorderTable, Mark>(RecorderTable.class);
        for (var table : tables.present()) {
            marks.put(table, lastRow(connection, table));
        }
        return Optional.of(new RowMarks(stamp.key(), schema(connection), marks));
    }

    private static long schema(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("pragma schema_version")) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private static Mark lastRow(Connection connection, RecorderTable table) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select max(id) from " + table.tableName())) {
            var id = rows.next() ? rows.getLong(1) : 0;
            return rows.wasNull() ? Mark.NONE : row(connection, table, id);
        }
    }

    /** A row as it is now, {@link Mark#NONE} if it is not there. */
    private static Mark row(Connection connection, RecorderTable table, long id) throws SQLException {
        var columns = table.columns().stream()
                .map(column -> "quote(substr(" + column + ", 1, 100))")
                .collect(Collectors.joining(" || "));
        try (var statement =
                connection.prepareStatement("select " + columns + " from " + table.tableName() + " where id = ?")) {
            statement.setLong(1, id);
            try (var rows = statement.executeQuery()) {
                return rows.next()
                        ? new Mark(id, String.valueOf(rows.getString(1)).hashCode())
                        : Mark.NONE;
            }
        }
    }

    /** True if a recording with later marks still has the rows of these: it may be the same one, with more rows. */
    boolean areIn(Connection connection, RowMarks later) throws SQLException {
        if (!file.equals(later.file)
                || schema != later.schema
                || !tables.keySet().equals(later.tables.keySet())) {
            return false;
        }
        for (var table : tables.keySet()) {
            var mark = tables.getOrDefault(table, Mark.NONE);
            var isEmpty = mark.equals(Mark.NONE);
            if (mark.id() > later.id(table)
                    || (!isEmpty && !row(connection, table, mark.id()).equals(mark))) {
                return false;
            }
        }
        return true;
    }

    /** The highest id of a table, {@link Long#MIN_VALUE} if it has no row. */
    long id(RecorderTable table) {
        return tables.getOrDefault(table, Mark.NONE).id();
    }

    /** The form in which they are kept: the same marks give the same text. */
    String text() {
        return file + " " + schema
                + tables.entrySet().stream()
                        .map(entry -> " " + entry.getKey() + " "
                                + entry.getValue().id() + " " + entry.getValue().check())
                        .collect(Collectors.joining());
    }

    /** The marks of a text that {@link #text} made; empty for any other. */
    static Optional<RowMarks> parse(String text) {
        var words = text.split(" ", -1);
        try {
            var marks = new EnumMap<RecorderTable, Mark>(RecorderTable.class);
            for (var i = 2; i < words.length; i += 3) {
                marks.put(
                        RecorderTable.valueOf(words[i]),
                        new Mark(Long.parseLong(words[i + 1]), Integer.parseInt(words[i + 2])));
            }
            return Optional.of(new RowMarks(words[0], Long.parseLong(words[1]), marks));
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }
}
