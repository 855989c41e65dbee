package com.gammareplay.marketdata.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which of the recorder's tables a recording has, each with the columns that are read.
 *
 * @param hasUniquePriceIds whether the ids of the leg prices are the table's integer primary key
 */
record Tables(Set<RecorderTable> present, boolean hasUniquePriceIds) {

    private record Column(String type, int keyPlace) {}

    /** Looks at the schema: SQLite itself would report a missing table and a missing column alike. */
    static Tables of(Connection connection) throws SQLException {
        var present = EnumSet.noneOf(RecorderTable.class);
        var hasUniquePriceIds = false;
        for (var table : RecorderTable.values()) {
            var columns = columns(connection, table);
            if (!columns.isEmpty()) {
                requireColumns(table, columns);
                present.add(table);
                hasUniquePriceIds |= table == RecorderTable.OPTIONS_PRICES_LIVE && hasIntegerKey(columns);
            }
        }
        if (present.isEmpty()) {
            throw new ContentProblem("it has none of the recorder's tables, such as options_prices_live");
        }
        return new Tables(present, hasUniquePriceIds);
    }

    private static Map<String, Column> columns(Connection connection, RecorderTable table) throws SQLException {
        try (var statement = connection.prepareStatement("select name, type, pk from pragma_table_xinfo(?)")) {
            statement.setString(1, table.tableName());
            var columns = new HashMap<String, Column>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.put(
                            rows.getString(1).toLowerCase(Locale.ROOT), new Column(rows.getString(2), rows.getInt(3)));
                }
            }
            return columns;
        } catch (SQLException e) {
            throw new ContentProblem("table " + table.tableName(), e);
        }
    }

    private static void requireColumns(RecorderTable table, Map<String, Column> columns) throws ContentProblem {
        for (var column : table.columns()) {
            if (!columns.containsKey(column)) {
                throw new ContentProblem("table " + table.tableName() + " has no column " + column);
            }
        }
    }

    private static boolean hasIntegerKey(Map<String, Column> columns) {
        var id = columns.get("id");
        return id != null
                && id.type().equalsIgnoreCase("integer")
                && id.keyPlace() == 1
                && columns.values().stream()
                                .filter(column -> column.keyPlace() > 0)
                                .count()
                        == 1;
    }

    boolean has(RecorderTable table) {
        return present.contains(table);
    }
}
