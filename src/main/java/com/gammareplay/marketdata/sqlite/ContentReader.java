package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.Dataset;
import com.gammareplay.marketdata.RecordedTime;
import com.gammareplay.model.Index;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds out what a recording holds: indices, first and last timestamp, rows. */
final class ContentReader {

    /** Texts that begin with a digit: no other can be a timestamp. */
    private static final String DATED =
            " where timestamp >= '0' and timestamp < ':' and octet_length(timestamp) < 100 order by timestamp ";

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
        var ends = new ArrayList<RecordedTime>();
        for (var table : tables.present()) {
            ends.addAll(end(table, "asc"));
            ends.addAll(end(table, "desc"));
        }
        return new Dataset.Content(indices(), ofEachForm(ends), rows());
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

    /** The first parsable timestamps of a table in an order, as many as may be the first in some zone. */
    private List<RecordedTime> end(RecorderTable table, String order) throws SQLException {
        var sql = "select distinct timestamp from " + table.tableName() + DATED + order;
        var found = new ArrayList<RecordedTime>();
        try (var statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                var time = TimestampParser.read(rows.getString(1));
                if (time.isPresent() && !found.isEmpty() && isFar(found.getFirst(), time.get())) {
                    break;
                }
                time.ifPresent(found::add);
            }
        }
        return found;
    }

    /** True if a time is neither of the same date nor of the next one: no zone is that far from UTC. */
    private static boolean isFar(RecordedTime one, RecordedTime other) {
        return Math.abs(ChronoUnit.DAYS.between(
                        one.wall().toLocalDate(), other.wall().toLocalDate()))
                > 1;
    }

    /** The first and the last in UTC, and the first and the last of the others. */
    private static List<RecordedTime> ofEachForm(List<RecordedTime> times) {
        var ends = new ArrayList<RecordedTime>();
        for (var utc : List.of(false, true)) {
            var ofForm = times.stream()
                    .filter(time -> time.utc() == utc)
                    .sorted(OLDEST_FIRST)
                    .toList();
            if (!ofForm.isEmpty()) {
                ends.add(ofForm.getFirst());
                ends.add(ofForm.getLast());
            }
        }
        return List.copyOf(ends);
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
