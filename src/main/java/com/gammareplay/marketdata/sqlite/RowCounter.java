package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.SessionRange;
import com.gammareplay.marketdata.TableRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts the rows of a table by the sessions to which they belong.
 *
 * <p>They are counted timestamp by timestamp, and these are looked up in the index day by day, as the scan of a session
 * does it: what a damaged index hides from the one it hides from the other too.
 */
final class RowCounter {

    private static final String INDEX = """
            select 1 from pragma_index_list(?) as list, pragma_index_xinfo(list.name) as found
            where list.partial = 0 and found.seqno = 0 and found.name = 'timestamp' collate nocase
              and found.coll = 'BINARY'""";

    private static final Part ALL = new Part("true", List.of(List.of()));
    private static final Part NULL = new Part("timestamp is null", List.of(List.of()));

    private final Connection connection;
    private final RecorderTable table;
    private final ZoneId zone;
    private final @Nullable SessionRange sessions;

    /** Timestamps of one or several ranges of the index: a condition, and what to bind in it for each. */
    private record Part(String condition, List<List<String>> bounds) {

        static Part before(String text) {
            return new Part("timestamp < ?", List.of(List.of(text)));
        }

        static Part between(List<List<String>> bounds) {
            return new Part("timestamp >= ? and timestamp < ?", bounds);
        }

        static Part from(String text) {
            return new Part("timestamp >= ?", List.of(List.of(text)));
        }
    }

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
     * index this takes as long as there are such rows, and besides those of two days.
     */
    RowCounts outside() throws SQLException {
        var parts = !isIndexed() ? List.of(ALL) : sessions == null ? reach() : outside(sessions);
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
            var parts = !isIndexed() ? List.of(ALL) : sessions == null ? reach() : days(sessions);
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

    private boolean isIndexed() throws SQLException {
        try (var statement = connection.prepareStatement(INDEX)) {
            statement.setString(1, table.tableName());
            try (var found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    /** Where {@link SessionFinder} found nothing, for that may be due to a damaged index. */
    private static List<Part> reach() {
        return List.of(
                NULL,
                Part.before(SessionFinder.REACH_FROM),
                Part.between(List.of(List.of(SessionFinder.REACH_FROM, SessionFinder.REACH_TO))),
                Part.from(SessionFinder.REACH_TO));
    }

    /** No zone is further than a day from New York. Between two dates of the range there are texts that are no dates. */
    private static List<Part> outside(SessionRange sessions) {
        var behindFirst = sessions.first().plusDays(1);
        var last = sessions.last().isBefore(behindFirst) ? behindFirst : sessions.last();
        var gaps = behindFirst
                .datesUntil(last)
                .map(date -> List.of(
                        DateTexts.behind(date.toString()), date.plusDays(1).toString()))
                .toList();
        return List.of(NULL, Part.before(behindFirst.toString()), Part.between(gaps), Part.from(last.toString()));
    }

    private static List<Part> days(SessionRange sessions) {
        var end = sessions.last().plusDays(1);
        var days = sessions.first()
                .datesUntil(end)
                .map(date -> List.of(date.toString(), date.plusDays(1).toString()))
                .toList();
        return List.of(NULL, Part.before(sessions.first().toString()), Part.between(days), Part.from(end.toString()));
    }

    private RowCounts counts(List<Part> parts, String condition) throws SQLException {
        var counts = new RowCounts(zone, sessions);
        for (var part : parts) {
            // The collation keeps apart what is only the same to that of the column.
            var sql = "select timestamp, count(*) from " + table.tableName() + " where " + part.condition() + " and "
                    + condition + " group by timestamp collate binary order by timestamp collate binary";
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
