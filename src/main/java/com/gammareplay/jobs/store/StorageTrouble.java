package com.gammareplay.jobs.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Recognizes that the jobs database cannot be used for now: it is not there, its disk is full or read-only, or it is
 * locked.
 */
public final class StorageTrouble {

    private static final EnumSet<SQLiteErrorCode> CODES = EnumSet.of(
            SQLiteErrorCode.SQLITE_FULL,
            SQLiteErrorCode.SQLITE_READONLY,
            SQLiteErrorCode.SQLITE_IOERR,
            SQLiteErrorCode.SQLITE_CANTOPEN,
            SQLiteErrorCode.SQLITE_BUSY,
            SQLiteErrorCode.SQLITE_LOCKED,
            SQLiteErrorCode.SQLITE_NOTADB,
            SQLiteErrorCode.SQLITE_CORRUPT);

    /**
     * SQL states of PostgreSQL: no connection, no room, it ends or begins, its files, a table has changed, it only reads, a
     * transaction rested too long, locks.
     */
    private static final Pattern STATES =
            Pattern.compile("(08|0A000|53|58|57P0|XX00[12]|25006|25P03|40001|40P01|55P03).*");

    /** What the pool says of a connection that it has thrown away because it broke a moment ago. */
    private static final String GONE = "Connection is closed";

    private static final int MOST_CAUSES = 20;
    private static final int PRIMARY_CODE = 0xff;

    private StorageTrouble() {}

    /** What the database said, if that is why something failed. */
    public static Optional<String> in(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, StorageTrouble::cause)
                .limit(MOST_CAUSES)
                .filter(StorageTrouble::isTrouble)
                .map(cause -> String.valueOf(cause.getMessage()))
                .findFirst();
    }

    /** A transaction that the database has ended by itself cannot be rolled back, which must not hide why it ended. */
    private static @Nullable Throwable cause(Throwable failure) {
        return failure instanceof TransactionSystemException rollback && rollback.getApplicationException() != null
                ? rollback.getApplicationException()
                : failure.getCause();
    }

    private static boolean isTrouble(Throwable cause) {
        return switch (cause) {
            case SQLiteException sqlite -> CODES.contains(primary(sqlite.getResultCode()));
            case SQLTransientConnectionException _ -> true;
            case SQLException other ->
                other.getSQLState() == null
                        ? GONE.equals(other.getMessage())
                        : STATES.matcher(other.getSQLState()).matches();
            default -> false;
        };
    }

    /** The kind of an error of SQLite's, of which there are several. */
    public static SQLiteErrorCode primary(SQLiteErrorCode code) {
        return SQLiteErrorCode.getErrorCode(code.code & PRIMARY_CODE);
    }
}
