package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.Cancelling;
import com.gammareplay.model.Index;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Walks the rows of a table that belong to a session: leg prices by timestamp and id, all others by id. */
final class RowScan {

    private static final int CANCEL_CHECK_MASK = (1 << 12) - 1;
    private static final int INDEX_COLUMN = 1;
    private static final int TIMESTAMP_COLUMN = 2;

    /** A timestamp, of a very long one only the date with which it may begin. */
    static final String TIMESTAMP = bounded("timestamp", "substr(timestamp, 1, 10)");

    /** The first column of which a visitor may read: those before it are the scan's own. */
    static final int ID_COLUMN = 3;

    /** The longest text or blob that is read; a chain of a thousand strikes has half a million bytes. */
    static final int MOST_BYTES = 25_000_000;

    private final SessionSpan span;
    private final TimestampParser timestamps;
    private final Map<Index, CoverageCounter> counters;
    private final BooleanSupplier cancelled;
    private final List<Index> indices;
    private final Map<RecorderTable, Long> seen;
    private byte @Nullable [] lastTimestamp;
    private long lastInstant = TimestampParser.UNPARSABLE;

    interface Visitor {
        /** Sees one row of the session, at an instant in epoch seconds. */
        void row(Index index, long instant, ResultSet row) throws SQLException;
    }

    RowScan(
            SessionSpan span,
            TimestampParser timestamps,
            Map<Index, CoverageCounter> counters,
            BooleanSupplier cancelled) {
        this(span, timestamps, counters, cancelled, Map.of());
    }

    private RowScan(
            SessionSpan span,
            TimestampParser timestamps,
            Map<Index, CoverageCounter> counters,
            BooleanSupplier cancelled,
            Map<RecorderTable, Long> seen) {
        this.span = span;
        this.timestamps = timestamps;
        this.counters = counters;
        this.cancelled = cancelled;
        this.indices = List.copyOf(counters.keySet());
        this.seen = seen;
    }

    /**
     * The same for rows that were added since.
     *
     * @param seen the highest id of each table before; of a table that is not there, all rows are visited
     */
    RowScan after(Map<RecorderTable, Long> seen) {
        return new RowScan(span, timestamps, counters, cancelled, seen);
    }

    /**
     * Visits the rows of a table.
     *
     * @param columns after the id; a cell of more than {@link #MOST_BYTES} is seen as an empty text
     */
    void visit(Connection connection, RecorderTable table, List<String> columns, Visitor visitor) throws SQLException {
        try {
            var isIndexed = isWhole(table) && RowCounter.isIndexed(connection, table);
            var isFound = isIndexed && Tables.isNumbered(connection, table);
            var watch = isIndexed ? watch(connection, table) : new IndexWatch(place(table), "", OptionalLong.empty());
            visit(connection, table, sql(table, columns, isFound), watch, visitor);
        } catch (ContentProblem e) {
            throw e;
        } catch (SQLException e) {
            throw new ContentProblem(place(table), e);
        }
    }

    private void visit(Connection connection, RecorderTable table, String sql, IndexWatch watch, Visitor visitor)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, table);
            try (var rows = statement.executeQuery()) {
                for (var count = 1; rows.next(); count++) {
                    if ((count & CANCEL_CHECK_MASK) == 0) {
                        Cancelling.requireWanted(cancelled);
                    }
                    watch.row(rows.getLong(ID_COLUMN));
                    if (!visitRow(rows, visitor)) {
                        watch.unused(rows.getString(TIMESTAMP_COLUMN));
                    }
                }
            }
            watch.end();
        }
    }

    private void bind(PreparedStatement statement, RecorderTable table) throws SQLException {
        var last = seen.get(table);
        if (last == null) {
            statement.setString(1, span.fromText());
            statement.setString(2, span.toText());
        } else {
            statement.setLong(1, last);
        }
    }

    private boolean isWhole(RecorderTable table) {
        return !seen.containsKey(table);
    }

    private IndexWatch watch(Connection connection, RecorderTable table) throws SQLException {
        var last = "select id" + from(table) + " order by timestamp desc, id desc limit 1";
        try (var statement = connection.prepareStatement(last)) {
            bind(statement, table);
            try (var rows = statement.executeQuery()) {
                var id = rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
                return new IndexWatch(place(table), span.fromText(), id);
            }
        }
    }

    private String place(RecorderTable table) {
        return "table " + table.tableName() + ", session " + span.session().date();
    }

    private String sql(RecorderTable table, List<String> columns, boolean isFound) {
        var numbered = IntStream.range(0, indices.size())
                .mapToObj(place -> " when '" + indices.get(place) + "' then " + place)
                .collect(Collectors.joining());
        return "select case index_symbol collate binary" + numbered + " end, "
                + TIMESTAMP + ", id, "
                + columns.stream().map(column -> bounded(column, "''")).collect(Collectors.joining(", "))
                + (isFound ? found(table) : from(table)) + order(table, isFound);
    }

    /** Leg prices may come in any order, and do so by time where an index finds them: to sort them would take long. */
    private String order(RecorderTable table, boolean isFound) {
        var isByTime = isWhole(table) && table == RecorderTable.OPTIONS_PRICES_LIVE;
        return isByTime ? isFound ? "" : " order by timestamp, id" : " order by id";
    }

    private String from(RecorderTable table) {
        return " from " + table.tableName() + " where "
                + (isWhole(table) ? "timestamp >= ? and timestamp < ?" : "id > ?") + " and " + ofIndices();
    }

    /** The same by the index, with the timestamps of the rows: those of a damaged index may be others. */
    private String found(RecorderTable table) {
        var name = table.tableName();
        return " from (select id as found from " + name + " where timestamp >= ? and timestamp < ?) as keys cross join "
                + name + " on " + name + ".id = keys.found where " + ofIndices();
    }

    private String ofIndices() {
        var names = indices.stream().map(index -> "'" + index + "'").collect(Collectors.joining(", "));
        // The plus keeps SQLite from choosing the index on the symbol, which holds half the file under each value.
        return "+index_symbol collate binary in (" + names + ")";
    }

    /** Only the length of a long cell is looked at: no memory is needed for it. */
    private static String bounded(String column, String otherwise) {
        return "case when octet_length(" + column + ") > " + MOST_BYTES + " then " + otherwise + " else " + column
                + " end";
    }

    /** False if a row is of no use to the session. */
    private boolean visitRow(ResultSet rows, Visitor visitor) throws SQLException {
        var index = indices.get(rows.getInt(INDEX_COLUMN));
        var counter = Objects.requireNonNull(counters.get(index));
        var instant = instant(rows);
        if (instant == TimestampParser.UNPARSABLE) {
            if (span.names(rows.getString(TIMESTAMP_COLUMN))) {
                counter.badTimestamp();
                return true;
            }
        } else if (span.contains(instant)) {
            counter.row();
            visitor.row(index, instant, rows);
            return true;
        }
        return false;
    }

    /** Rows come in runs of one timestamp: comparing its bytes costs less than making a text of each. */
    private long instant(ResultSet rows) throws SQLException {
        var bytes = rows.getBytes(TIMESTAMP_COLUMN);
        if (!Arrays.equals(bytes, lastTimestamp)) {
            lastInstant = timestamps.parse(rows.getString(TIMESTAMP_COLUMN));
            lastTimestamp = bytes;
        }
        return lastInstant;
    }
}
