package com.gammareplay.marketdata.sqlite;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Cells of SQLite, where any column can hold a value of any type. */
final class Cells {

    private static final double MOST_STRIKE = 10_000_000;

    private Cells() {}

    /** The cell as a text, null if it holds anything else. */
    static @Nullable String text(ResultSet row, int column) throws SQLException {
        return row.getObject(column) instanceof String text ? text : null;
    }

    /** The cell as a text, also if it holds the bytes of one; null if it holds anything else. */
    static @Nullable String textOfBytes(ResultSet row, int column) throws SQLException {
        return row.getObject(column) instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.UTF_8)
                : text(row, column);
    }

    /** The cell as a finite number, null if it holds anything else. */
    static @Nullable Double number(ResultSet row, int column) throws SQLException {
        return row.getObject(column) instanceof Number number && Double.isFinite(number.doubleValue())
                ? number.doubleValue()
                : null;
    }

    static boolean isNull(ResultSet row, int column) throws SQLException {
        return row.getObject(column) == null;
    }

    /** The cell as a strike in points that some option could have, null if it holds anything else. */
    static @Nullable Double strike(ResultSet row, int column) throws SQLException {
        var strike = number(row, column);
        return strike != null && isStrike(strike) ? strike : null;
    }

    /** True if a number of points is small enough to reckon with in whole cents. */
    static boolean isStrike(double points) {
        return Math.abs(points) <= MOST_STRIKE;
    }
}
