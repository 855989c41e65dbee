package com.gammareplay.marketdata.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.sqlite.core.Codes;
import org.sqlite.core.CoreStatement;
import org.sqlite.core.DB;

/**
 * The rows of a query, executed, stepped through and read by the driver's own calls into SQLite: JDBC makes objects and
 * checks of each execution and each cell, which for millions of rows takes most of the time. Columns are counted from 0.
 * Used by one thread.
 */
final class RowSteps implements AutoCloseable {

    private final PreparedStatement query;
    private final CoreStatement core;
    private final DB database;
    private final long statement;

    /** Sees each row. */
    @FunctionalInterface
    interface Visitor {
        void row(RowSteps row) throws SQLException;
    }

    RowSteps(Connection connection, String sql) throws SQLException {
        this.query = connection.prepareStatement(sql);
        this.core = query.unwrap(CoreStatement.class);
        this.database = core.getDatabase();
        this.statement = core.pointer.safeRunLong((_, pointer) -> pointer);
    }

    /** Executes the query, with as many parameters as it has. */
    void visit(Visitor visitor, Object... parameters) throws SQLException {
        // Each call takes this lock, which costs half of the call unless it is held already.
        synchronized (database) {
            if (database.execute(core, parameters)) {
                step(visitor);
                database.reset(statement);
            }
        }
    }

    private void step(Visitor visitor) throws SQLException {
        int result;
        do {
            visitor.row(this);
            result = database.step(statement);
        } while (result == Codes.SQLITE_ROW);
        if (result != Codes.SQLITE_DONE) {
            database.throwex(result);
        }
    }

    /** An integer that the query computes. */
    int integer(int column) throws SQLException {
        return database.column_int(statement, column);
    }

    /** An integer that the query computes. */
    long whole(int column) throws SQLException {
        return database.column_long(statement, column);
    }

    /** A text that the query computes. */
    String text(int column) throws SQLException {
        return database.column_text(statement, column);
    }

    /** A finite number, {@link LegPriceRows#NULL} for null, NaN for anything else that a cell can hold. */
    double number(int column) throws SQLException {
        return switch (database.column_type(statement, column)) {
            case Codes.SQLITE_FLOAT, Codes.SQLITE_INTEGER -> finite(database.column_double(statement, column));
            case Codes.SQLITE_NULL -> LegPriceRows.NULL;
            default -> Double.NaN;
        };
    }

    private static double finite(double number) {
        return Double.isFinite(number) ? number : Double.NaN;
    }

    @Override
    public void close() throws SQLException {
        query.close();
    }
}
