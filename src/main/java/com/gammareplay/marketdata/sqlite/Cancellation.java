package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.Cancelling;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Ends SQLite's work when its user wants no more of it, also where no row ever comes. */
final class Cancellation {

    /** Some 250 rows, in memory less than a tenth of a millisecond; on a disk they may wait for thirty pages. */
    private static final int STEPS = 5_000;

    private final BooleanSupplier cancelled;

    Cancellation(BooleanSupplier cancelled) {
        this.cancelled = cancelled;
    }

    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    <T> T during(Connection connection, Work<T> work) throws SQLException {
        Cancelling.requireWanted(cancelled);
        ProgressHandler.setHandler(connection, STEPS, new ProgressHandler() {
            @Override
            protected int progress() {
                return cancelled.getAsBoolean() ? 1 : 0;
            }
        });
        try {
            return work.with(connection);
        } catch (SQLException e) {
            if (isInterrupt(e) || isInterrupt(e.getCause())) {
                throw (CancellationException) new CancellationException().initCause(e);
            }
            throw e;
        } finally {
            ProgressHandler.clearHandler(connection);
        }
    }

    private static boolean isInterrupt(@Nullable Throwable problem) {
        return problem instanceof SQLiteException sqlite && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_INTERRUPT;
    }
}
