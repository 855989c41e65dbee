package com.gammareplay.marketdata.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the leg prices lie in the file.
 *
 * @param rootPage of the table
 * @param columns places of the columns that a replay reads, in the order of {@link RecorderTable#columns}
 */
record PriceTable(int rootPage, List<Integer> columns) {

    private static final String NAME = RecorderTable.OPTIONS_PRICES_LIVE.tableName();

    /** What a key has that is not the id of the row: one that is declared descending, or in a table without such ids. */
    private static final String KEY_INDEX = "select 1 from pragma_index_list(?) where origin = 'pk'";

    private static final String TIMESTAMP_INDEX = """
            select 1 from pragma_index_list(?) as list, pragma_index_xinfo(list.name) as found
            where list.partial = 0 and found.seqno = 0 and found.name = 'timestamp' collate nocase
              and found.coll = 'BINARY' and found.desc = 0""";

    /** A column in the schema, its name in small letters. */
    private record Column(String name, String type, int keyPlace, boolean isHidden) {}

    /** Empty if rows are not to be found by integer key, or not between two timestamps without looking at all. */
    static Optional<PriceTable> of(Connection connection) throws SQLException {
        var columns = columns(connection);
        var names = columns.stream().map(Column::name).toList();
        var wanted = RecorderTable.OPTIONS_PRICES_LIVE.columns();
        if (!hasIntegerKey(columns)
                || columns.stream().anyMatch(Column::isHidden)
                || !names.containsAll(wanted)
                || hasIndex(connection, KEY_INDEX)
                || !hasIndex(connection, TIMESTAMP_INDEX)) {
            return Optional.empty();
        }
        var places = wanted.stream().map(names::indexOf).toList();
        return rootPage(connection).map(page -> new PriceTable(page, places));
    }

    private static List<Column> columns(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select lower(name), type, pk, hidden from pragma_table_xinfo(?) order by cid")) {
            statement.setString(1, NAME);
            var columns = new ArrayList<Column>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(new Column(rows.getString(1), rows.getString(2), rows.getInt(3), rows.getInt(4) != 0));
                }
            }
            return columns;
        }
    }

    private static boolean hasIntegerKey(List<Column> columns) {
        var key = columns.stream().filter(column -> column.keyPlace() > 0).toList();
        return key.size() == 1
                && key.getFirst().name().equals("id")
                && key.getFirst().type().equalsIgnoreCase("integer");
    }

    private static boolean hasIndex(Connection connection, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, NAME);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static Optional<Integer> rootPage(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select rootpage from sqlite_schema where type = 'table' and name = ? collate nocase and rootpage > 0")) {
            statement.setString(1, NAME);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getInt(1)) : Optional.empty();
            }
        }
    }
}
