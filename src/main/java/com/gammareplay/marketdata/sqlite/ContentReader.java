package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.Dataset;
import com.gammareplay.marketdata.RecordedTime;
import com.gammareplay.model.Index;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out what a recording holds: indices, first and last timestamp, rows. */
final class ContentReader {

    /** Texts that begin with a digit: no other can be a timestamp. */
    private static final String DATED = " where timestamp >= '0' and timestamp < ':' order by timestamp ";

    private static final Comparator<RecordedTime> OLDEST_FIRST = Comparator.comparing(RecordedTime::wall);

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
        var first = ends("asc").min(OLDEST_FIRST).orElse(null);
        var last = ends("desc").max(OLDEST_FIRST).orElse(null);
        return new Dataset.Content(indices(), first, last, rows());
    }

    private boolean has(Index index) throws SQLException {
        for (var table : tables.present()) {
            var sql = "select 1 from " + table.tableName() + " where index_symbol = ? limit 1";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, index.name());
                try (var rows = statement.executeQuery()) {
                    if (rows.next()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private Stream<RecordedTime> ends(String order) throws SQLException {
        var ends = new ArrayList<RecordedTime>();
        for (var table : tables.present()) {
            end(table, order).ifPresent(ends::add);
        }
        return ends.stream();
    }

    /** The first parsable timestamp of a table in an order. */
    private Optional<RecordedTime> end(RecorderTable table, String order) throws SQLException {
        var sql = "select timestamp from " + table.tableName() + DATED + order;
        try (var statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                var time = TimestampParser.read(rows.getString(1));
                if (time.isPresent()) {
                    return time;
                }
            }
            return Optional.empty();
        }
    }

    private long rows() throws SQLException {
        if (!tables.has(RecorderTable.OPTIONS_PRICES_LIVE)) {
            return 0;
        }
        try (var statement = connection.prepareStatement("select count(*) from options_prices_live");
                var rows = statement.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }
}
