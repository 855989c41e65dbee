package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.Dataset;
import com.gammareplay.model.Index;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out what a recording holds: indices, first and last session, rows. */
final class ContentReader {

    private final Connection connection;
    private final Tables tables;

    ContentReader(Connection connection, Tables tables) {
        this.connection = connection;
        this.tables = tables;
    }

    /** The indices of which some table has a row. */
    List<Index> indices() throws SQLException {
        var indices = new ArrayList<Index>();
        for (var index : Index.values()) {
            if (has(index)) {
                indices.add(index);
            }
        }
        return List.copyOf(indices);
    }

    Dataset.Content read() throws SQLException {
        var sessions = new SessionFinder(connection, tables, ZoneOffset.UTC).find();
        return new Dataset.Content(indices(), sessions.orElse(null), null);
    }

    private boolean has(Index index) throws SQLException {
        for (var table : tables.present()) {
            // The first condition finds rows by the index on the symbol, the second leaves out other letter cases.
            var sql = "select 1 from " + table.tableName()
                    + " where index_symbol = ? and index_symbol collate binary = ? limit 1";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, index.name());
                statement.setString(2, index.name());
                try (var rows = statement.executeQuery()) {
                    if (rows.next()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /**
     * Counts the leg prices.
     *
     * @param after the id of the last one that need not be counted, null if there is none
     */
    long rows(@Nullable Long after) throws SQLException {
        if (!tables.has(RecorderTable.OPTIONS_PRICES_LIVE)) {
            return 0;
        }
        // A count without a condition walks through the smallest index, which is faster than through the table.
        var all = "select count(*) from options_prices_live";
        try (var statement = connection.prepareStatement(after == null ? all : all + " where id > ?")) {
            if (after != null) {
                statement.setLong(1, after);
            }
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }
}
