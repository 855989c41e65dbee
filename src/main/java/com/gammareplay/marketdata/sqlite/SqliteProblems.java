package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.DataException.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says in the user's words what SQLite found wrong with a recording. */
final class SqliteProblems {

    private static final int PRIMARY_CODE = 0xff;

    private SqliteProblems() {}

    static DataException of(Path file, SQLException cause) {
        var name = file.getFileName().toString();
        if (!Files.exists(file)) {
            return new DataException(Kind.MISSING, name + " is gone", cause);
        }
        return switch (primaryCode(cause)) {
            case SQLITE_BUSY, SQLITE_LOCKED ->
                new DataException(Kind.UNAVAILABLE, name + " is locked by a program that writes to it", cause);
            case SQLITE_NOTADB -> new DataException(Kind.CORRUPT, name + " is not an SQLite database", cause);
            case SQLITE_CORRUPT, SQLITE_IOERR, SQLITE_FORMAT ->
                new DataException(Kind.CORRUPT, name + " is damaged: " + detail(cause), cause);
            case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH, SQLITE_READONLY, SQLITE_FULL ->
                new DataException(Kind.UNAVAILABLE, name + " cannot be opened for reading: " + detail(cause), cause);
            default ->
                new DataException(Kind.CORRUPT, name + " cannot be read as a recording: " + detail(cause), cause);
        };
    }

    /** True if the file could not be opened where it lies, but a copy in a folder of our own may be. */
    static boolean isHelpedByCopy(SQLException cause) {
        return switch (primaryCode(cause)) {
            case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM -> true;
            default -> false;
        };
    }

    private static SQLiteErrorCode primaryCode(SQLException cause) {
        return cause instanceof SQLiteException sqlite
                ? SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & PRIMARY_CODE)
                : SQLiteErrorCode.UNKNOWN_ERROR;
    }

    private static String detail(SQLException cause) {
        return cause instanceof SQLiteException sqlite
                ? sqlite.getResultCode().message
                : String.valueOf(cause.getMessage());
    }
}
