package com.gammareplay.marketdata.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Adds rows to one table, many at a time. */
final class RowInsert implements AutoCloseable {

    private final PreparedStatement statement;

    /** @param columns those after timestamp and index_symbol */
    RowInsert(Connection connection, String table, String... columns) throws SQLException {
        this.statement = connection.prepareStatement(RecorderSchema.insert(table, columns));
    }

    void add(String timestamp, String index, @Nullable Object... values) throws SQLException {
        statement.setString(1, timestamp);
        statement.setString(2, index);
        for (var i = 0; i < values.length; i++) {
            statement.setObject(3 + i, values[i]);
        }
        statement.addBatch();
    }

    /** Writes the rows added since the last time. */
    void flush() throws SQLException {
        statement.executeBatch();
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
