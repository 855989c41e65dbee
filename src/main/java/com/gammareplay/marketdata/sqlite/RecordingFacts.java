package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.SessionRange;
import com.gammareplay.marketdata.Shortcoming;
import com.gammareplay.model.Index;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of a recording before any of its sessions is read.
 *
 * @param sessions the first and the last one, for timestamps of the zone that was asked for; empty if there is none
 * @param isSynthetic whether it bears the mark of the generator
 */
record RecordingFacts(
        Tables tables,
        List<Index> indices,
        Optional<SessionRange> sessions,
        boolean isSynthetic,
        List<Shortcoming> shortcomings) {

    /** The generator's mark in the header of its files: "GRSY". */
    static final int SYNTHETIC = 0x47525359;

    static RecordingFacts of(Connection connection, ZoneId zone) throws SQLException {
        var tables = Tables.of(connection);
        var sessions = new SessionFinder(connection, tables, zone).find();
        var shortcomings = new ArrayList<Shortcoming>();
        for (var table : RecorderTable.values()) {
            if (tables.has(table)) {
                shortcomings.addAll(rowsOutside(connection, table, zone, sessions));
            } else {
                var name = table.tableName();
                shortcomings.add(new Shortcoming(
                        "TABLE_MISSING", 1, "The recording has no table " + name + ".", Map.of("table", name)));
            }
        }
        var indices = new ContentReader(connection, tables).indices();
        return new RecordingFacts(tables, indices, sessions, isSynthetic(connection), List.copyOf(shortcomings));
    }

    static boolean isSynthetic(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("pragma application_id")) {
            return rows.next() && rows.getInt(1) == SYNTHETIC;
        }
    }

    private static List<Shortcoming> rowsOutside(
            Connection connection, RecorderTable table, ZoneId zone, Optional<SessionRange> sessions)
            throws SQLException {
        try {
            var counts = new RowCounter(connection, table, zone, sessions.orElse(null)).outside();
            var found = new ArrayList<Shortcoming>();
            if (counts.undated() > 0) {
                found.add(undated(table, counts));
            }
            if (counts.stray() > 0) {
                found.add(stray(table, counts, sessions));
            }
            return found;
        } catch (SQLException e) {
            throw new ContentProblem("table " + table.tableName(), e);
        }
    }

    private static Shortcoming undated(RecorderTable table, RowCounts counts) {
        var details = new LinkedHashMap<String, Object>();
        details.put("table", table.tableName());
        details.put("example", Objects.requireNonNull(counts.example()));
        return new Shortcoming(
                "ROWS_WITHOUT_DATE",
                counts.undated(),
                counts.undated() + " rows of table " + table.tableName()
                        + " belong to no session: their timestamp names no date, such as " + counts.example() + ".",
                details);
    }

    private static Shortcoming stray(RecorderTable table, RowCounts counts, Optional<SessionRange> sessions) {
        var details = new LinkedHashMap<String, Object>();
        details.put("table", table.tableName());
        sessions.ifPresent(range -> {
            details.put("firstSession", range.first().toString());
            details.put("lastSession", range.last().toString());
        });
        var outside = sessions.map(range ->
                        "lie outside the first and the last session, " + range.first() + " and " + range.last())
                .orElse("belong to no session with peaks and leg prices");
        return new Shortcoming(
                "STRAY_ROWS",
                counts.stray(),
                counts.stray() + " rows of table " + table.tableName() + " " + outside + ".",
                details);
    }
}
