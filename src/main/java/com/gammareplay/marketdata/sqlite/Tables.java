package com.gammareplay.marketdata.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Which of the recorder's tables a recording has, each with the columns that are read.
 *
 * @param numbered those whose rows SQLite finds by an integer key, the id: a higher one is of a later row
 */
record Tables(Set<RecorderTable> present, Set<RecorderTable> numbered) {

    private static final String IS_NUMBERED = """
            select (select count(*) = 1 and min(lower(name) = 'id' and upper(type) = 'INTEGER')
                from pragma_table_xinfo(?1) where pk > 0)
              and not exists (select 1 from pragma_index_list(?1) where origin = 'pk')""";

    /** Looks at the schema: SQLite itself would report a missing table and a missing column alike. */
    static Tables of(Connection connection) throws SQLException {
        var present = EnumSet.noneOf(RecorderTable.class);
        var numbered = EnumSet.noneOf(RecorderTable.class);
        for (var table : RecorderTable.values()) {
            var columns = columns(connection, table);
            if (!columns.isEmpty()) {
                requireColumns(table, columns);
                present.add(table);
                if (isNumbered(connection, table)) {
                    numbered.add(table);
                }
            }
        }
        if (present.isEmpty()) {
            throw new ContentProblem("it has none of the recorder's tables, such as options_prices_live");
        }
        return new Tables(present, numbered);
    }

    private static Set<String> columns(Connection connection, RecorderTable table) throws SQLException {
        try (var statement = connection.prepareStatement("select name from pragma_table_xinfo(?)")) {
            statement.setString(1, table.tableName());
            var columns = new HashSet<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(rows.getString(1).toLowerCase(Locale.ROOT));
                }
            }
            return columns;
        } catch (SQLException e) {
            throw new ContentProblem("table " + table.tableName(), e);
        }
    }

    /** True if a table is one of {@link #numbered}. */
    static boolean isNumbered(Connection connection, RecorderTable table) throws SQLException {
        try (var statement = connection.prepareStatement(IS_NUMBERED)) {
            statement.setString(1, table.tableName());
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private static void requireColumns(RecorderTable table, Set<String> columns) throws ContentProblem {
        for (var column : table.columns()) {
            if (!columns.contains(column)) {
                throw new ContentProblem("table " + table.tableName() + " has no column " + column);
            }
        }
    }

    boolean has(RecorderTable table) {
        return present.contains(table);
    }
}
