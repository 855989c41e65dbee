package com.gammareplay.crash;

import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a database, so that those of SQLite and of PostgreSQL can be compared. */
final class Rows {

    private final String url;

    Rows(String url) {
        this.url = url;
    }

    /** Each row as a text, in an order that does not depend on the database. */
    List<String> query(String sql) throws SQLException {
        try (var database = DriverManager.getConnection(url);
                var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(text(rows));
            }
            Collections.sort(texts);
            return texts;
        }
    }

    private static String text(ResultSet row) throws SQLException {
        var cells = new ArrayList<String>();
        for (var column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            cells.add(cell(row.getObject(column)));
        }
        return String.join(" | ", cells);
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case byte[] bytes -> HexFormat.of().formatHex(bytes);
            case Timestamp time -> Long.toString(time.getTime());
            case Boolean yes -> yes ? "1" : "0";
            case null, default -> String.valueOf(value);
        };
    }

    /** Changes rows. */
    void update(String sql) throws SQLException {
        try (var database = DriverManager.getConnection(url);
                var statement = database.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
