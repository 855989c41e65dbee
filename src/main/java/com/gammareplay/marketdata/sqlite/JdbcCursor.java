package com.gammareplay.marketdata.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A cursor by way of JDBC alone. */
final class JdbcCursor implements RowCursor {

    private final ResultSet rows;

    JdbcCursor(ResultSet rows) {
        this.rows = rows;
    }

    @Override
    public boolean next() throws SQLException {
        return rows.next();
    }

    @Override
    public long integer(int column) throws SQLException {
        return rows.getLong(column + 1);
    }

    @Override
    public double number(int column) throws SQLException {
        return switch (rows.getObject(column + 1)) {
            case null -> NULL;
            case Number number when Double.isFinite(number.doubleValue()) -> number.doubleValue();
            default -> Double.NaN;
        };
    }
}
