package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.Shortcoming;
import com.gammareplay.model.Index;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of a recording before any of its sessions is read.
 *
 * @param isSynthetic whether it bears the mark of the generator
 */
record RecordingFacts(Tables tables, List<Index> indices, boolean isSynthetic, List<Shortcoming> shortcomings) {

    /** The generator's mark in the header of its files: "GRSY". */
    static final int SYNTHETIC = 0x47525359;

    static RecordingFacts of(Connection connection) throws SQLException {
        var tables = Tables.of(connection);
        var shortcomings = new ArrayList<Shortcoming>();
        for (var table : RecorderTable.values()) {
            if (!tables.has(table)) {
                shortcomings.add(
                        new Shortcoming("TABLE_MISSING", "The recording has no table " + table.tableName() + "."));
                continue;
            }
            var undated = undatedRows(connection, table);
            if (undated > 0) {
                shortcomings.add(new Shortcoming(
                        "ROWS_WITHOUT_DATE",
                        undated + " rows of table " + table.tableName()
                                + " belong to no session: their timestamp names no date."));
            }
        }
        var indices = new ContentReader(connection, tables).indices();
        return new RecordingFacts(tables, indices, isSynthetic(connection), List.copyOf(shortcomings));
    }

    static boolean isSynthetic(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("pragma application_id")) {
            return rows.next() && rows.getInt(1) == SYNTHETIC;
        }
    }

    /** Nulls; what sorts before digits, numbers among them; and what sorts behind them, blobs among it. */
    private static long undatedRows(Connection connection, RecorderTable table) throws SQLException {
        var count = "(select count(*) from " + table.tableName() + " where timestamp ";
        var sql = "select " + count + "is null) + " + count + "< '/') + " + count + ">= ':')";
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        } catch (SQLException e) {
            throw new ContentProblem("table " + table.tableName(), e);
        }
    }
}
