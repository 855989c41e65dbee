package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.LiveRecording.DecidedTick;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a paper session notes down in its recording: two tables beside the recorder's, made when they are first needed. */
final class PaperJournal {

    private static final List<String> CREATIONS = List.of(
            "CREATE TABLE IF NOT EXISTS paper_session(description TEXT NOT NULL)",
            "CREATE TABLE IF NOT EXISTS paper_tick(tick INTEGER PRIMARY KEY,decided TEXT NOT NULL,seen TEXT NOT NULL)");
    private static final String IS_THERE = "select 1 from sqlite_schema where type = 'table' and name = 'paper_tick'";

    private final Connection connection;

    PaperJournal(Connection connection) {
        this.connection = connection;
    }

    /** Within a transaction, as is {@link #decided}. */
    void describe(String description) throws SQLException {
        make();
        try (var insertion = connection.prepareStatement("insert into paper_session values (?)")) {
            insertion.setString(1, description);
            insertion.executeUpdate();
        }
    }

    void decided(DecidedTick tick) throws SQLException {
        make();
        try (var insertion = connection.prepareStatement("insert into paper_tick values (?, ?, ?)")) {
            insertion.setLong(1, tick.tick());
            insertion.setString(2, tick.decided());
            insertion.setString(3, tick.seen());
            insertion.executeUpdate();
        }
    }

    private void make() throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var creation : CREATIONS) {
                statement.execute(creation);
            }
        }
    }

    Optional<String> description() throws SQLException {
        if (!isThere()) {
            return Optional.empty();
        }
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select description from paper_session")) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
    }

    List<DecidedTick> ticks() throws SQLException {
        if (!isThere()) {
            return List.of();
        }
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select tick, decided, seen from paper_tick order by tick")) {
            var ticks = new ArrayList<DecidedTick>();
            while (rows.next()) {
                ticks.add(new DecidedTick(rows.getLong(1), rows.getString(2), rows.getString(3)));
            }
            return List.copyOf(ticks);
        }
    }

    /** The highest row of each table that is not after an instant. */
    String visible(long instant) throws SQLException {
        var highest = new ArrayList<String>();
        for (var table : RecorderTable.values()) {
            try (var query = connection.prepareStatement(
                    "select coalesce(max(id), 0) from " + table.tableName() + " where timestamp <= ?")) {
                query.setString(1, RecordingWriter.timestamp(instant));
                try (var rows = query.executeQuery()) {
                    highest.add(rows.getString(1));
                }
            }
        }
        return String.join(" ", highest);
    }

    private boolean isThere() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(IS_THERE)) {
            return rows.next();
        }
    }
}
