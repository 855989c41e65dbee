package com.gammareplay.marketdata.sqlite;

import com.gammareplay.model.Index;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Walks the rows of a table that belong to a session: leg prices by timestamp and id, all others by id. */
final class RowScan {

    private static final int CANCEL_CHECK_MASK = (1 << 12) - 1;
    private static final int INDEX_COLUMN = 1;
    private static final int TIMESTAMP_COLUMN = 2;

    /** The first column of which a visitor may read: those before it are the scan's own. */
    static final int ID_COLUMN = 3;

    private final SessionSpan span;
    private final TimestampParser timestamps;
    private final Map<Index, CoverageCounter> counters;
    private final BooleanSupplier cancelled;

    interface Visitor {
        /** Sees one row of the session, at an instant in epoch seconds. */
        void row(Index index, long instant, ResultSet row) throws SQLException;
    }

    RowScan(
            SessionSpan span,
            TimestampParser timestamps,
            Map<Index, CoverageCounter> counters,
            BooleanSupplier cancelled) {
        this.span = span;
        this.timestamps = timestamps;
        this.counters = counters;
        this.cancelled = cancelled;
    }

    /**
     * Visits the rows of a table.
     *
     * @param columns after the id, comma-separated
     */
    void visit(Connection connection, RecorderTable table, String columns, Visitor visitor) throws SQLException {
        // The plus keeps SQLite from choosing the index on the symbol, which holds half the file under each value.
        var sql = "select index_symbol, timestamp, id, " + columns + " from " + table.tableName()
                + " where timestamp >= ? and timestamp < ? and +index_symbol in ('SPX', 'NDX') order by "
                + (table == RecorderTable.OPTIONS_PRICES_LIVE ? "timestamp, id" : "id");
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, span.fromText());
            statement.setString(2, span.toText());
            try (var rows = statement.executeQuery()) {
                for (var count = 1; rows.next(); count++) {
                    if ((count & CANCEL_CHECK_MASK) == 0 && cancelled.getAsBoolean()) {
                        throw new CancellationException();
                    }
                    visitRow(rows, visitor);
                }
            }
        }
    }

    private void visitRow(ResultSet rows, Visitor visitor) throws SQLException {
        var index = index(rows.getString(INDEX_COLUMN));
        var counter = index == null ? null : counters.get(index);
        if (index == null || counter == null) {
            return;
        }
        var text = rows.getString(TIMESTAMP_COLUMN);
        var instant = timestamps.parse(text);
        if (instant == TimestampParser.UNPARSABLE) {
            if (span.names(text)) {
                counter.badTimestamp();
            }
        } else if (span.contains(instant)) {
            counter.row();
            visitor.row(index, instant, rows);
        }
    }

    private static @Nullable Index index(String symbol) {
        return switch (symbol) {
            case "SPX" -> Index.SPX;
            case "NDX" -> Index.NDX;
            case String _ -> null;
        };
    }
}
