package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.SessionRange;
import com.gammareplay.marketdata.TableRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Counts the rows of a table by the sessions to which they belong.
 *
 * <p>They are counted timestamp by timestamp, and these are looked up in the index day by day, as a session is read in one
 * query: what a damaged index hides from that it hides here too. One that is read pass by pass may find more.
 */
final class RowCounter {

    private static final String INDEX = """
            select 1 from pragma_index_list(?) as list, pragma_index_xinfo(list.name) as found
            where list.partial = 0 and found.seqno = 0 and found.name = 'timestamp' collate nocase
              and found.coll = 'BINARY'""";

    private final Connection connection;
    private final RecorderTable table;
    private final ZoneId zone;
    private final @Nullable SessionRange sessions;

    /**
     * A counter for timestamps of a zone.
     *
     * @param sessions the first and the last one, null if there is none
     */
    RowCounter(Connection connection, RecorderTable table, ZoneId zone, @Nullable SessionRange sessions) {
        this.connection = connection;
        this.table = table;
        this.zone = zone;
        this.sessions = sessions;
    }

    /**
     * Counts the rows that are of no day between the first session and the last; others may be counted or not. With an
     * index this takes as long as there are such rows, and a look for each day.
     */
    RowCounts outside() throws SQLException {
        var parts = parts(range -> IndexPart.outside(range, zone));
        var counts = counts(parts, "true");
        return counts.stray() + counts.undated() == 0 ? counts : counts(parts, RecorderTable.KNOWN_SYMBOL);
    }

    /** Counts all rows; takes a scan of the table and one of the index. */
    TableRows all() throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("select count(*), coalesce(sum(" + RecorderTable.KNOWN_SYMBOL
                        + "), 0) from " + table.tableName() + " not indexed")) {
            found.next();
            var rows = found.getLong(1);
            var otherSymbols = rows - found.getLong(2);
            var parts = parts(IndexPart::ofDays);
            var counts = counts(parts, otherSymbols == 0 ? "true" : RecorderTable.KNOWN_SYMBOL);
            return new TableRows(
                    table.tableName(),
                    rows,
                    counts.inSessions(),
                    counts.onClosedDays(),
                    counts.stray(),
                    counts.undated(),
                    counts.example(),
                    otherSymbols);
        }
    }

    private List<IndexPart> parts(Function<SessionRange, List<IndexPart>> ofSessions) throws SQLException {
        if (!isIndexed(connection, table)) {
            return IndexPart.ALL;
        }
        return sessions == null ? IndexPart.ofReach() : ofSessions.apply(sessions);
    }

    /** Whether rows can be found by their timestamps. */
    static boolean isIndexed(Connection connection, RecorderTable table) throws SQLException {
        try (var statement = connection.prepareStatement(INDEX)) {
            statement.setString(1, table.tableName());
            try (var found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    private RowCounts counts(List<IndexPart> parts, String condition) throws SQLException {
        var counts = new RowCounts(zone, sessions);
        for (var part : parts) {
            // The collation keeps apart what is only the same to that of the column.
            var sql = "select " + RowScan.TIMESTAMP + ", count(*) from " + table.tableName() + " where "
                    + part.condition() + " and " + condition
                    + " group by timestamp collate binary order by timestamp collate binary";
            try (var statement = connection.prepareStatement(sql)) {
                for (var bounds : part.bounds()) {
                    count(statement, bounds, counts);
                }
            }
        }
        return counts;
    }

    private static void count(PreparedStatement statement, List<String> bounds, RowCounts counts) throws SQLException {
        for (var i = 0; i < bounds.size(); i++) {
            statement.setString(i + 1, bounds.get(i));
        }
        try (var found = statement.executeQuery()) {
            while (found.next()) {
                counts.add(found.getObject(1), found.getLong(2));
            }
        }
    }
}
