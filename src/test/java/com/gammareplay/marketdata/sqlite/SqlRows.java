package com.gammareplay.marketdata.sqlite;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.sqlite.SQLiteConfig;

/** Asks a recording with SQL, read-only. */
record SqlRows(Path file) {

    /** Reads a value of a row. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> list(String sql, Reader<T> reader) throws SQLException {
        var values = new ArrayList<T>();
        each(sql, reader, values::add);
        return values;
    }

    <T> void each(String sql, Reader<T> reader, Consumer<T> consumer) throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        try (var connection = config.createConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                consumer.accept(reader.read(rows));
            }
        }
    }

    List<String> strings(String sql) throws SQLException {
        return list(sql, row -> row.getString(1));
    }

    long count(String from) throws SQLException {
        return list("SELECT count(*) FROM " + from, row -> row.getLong(1)).getFirst();
    }
}
