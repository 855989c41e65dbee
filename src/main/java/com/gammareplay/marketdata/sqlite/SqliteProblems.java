package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.DataException.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says in the user's words what SQLite found wrong with a recording: never with a path or a piece of SQL. */
final class SqliteProblems {

    private static final int PRIMARY_CODE = 0xff;
    /** The only messages of SQLite's that name something in the recording, and nothing else. */
    private static final Pattern NAMING = Pattern.compile("no such (?:table|column|function|module): [\\w.]{1,80}");

    private SqliteProblems() {}

    static DataException of(Path file, SQLException problem) {
        var name = file.getFileName().toString();
        if (!Files.exists(file)) {
            return new DataException(Kind.MISSING, name + " is gone", problem);
        }
        if (isUnopened(problem) && !Files.isReadable(file)) {
            return new DataException(Kind.UNAVAILABLE, name + " cannot be read: no permission", problem);
        }
        if (!(problem instanceof ContentProblem place)) {
            return of(name, "", problem);
        }
        return place.getCause() instanceof SQLException cause
                ? of(name, ", " + place.getMessage(), cause)
                : new DataException(Kind.CORRUPT, name + ": " + place.getMessage(), problem);
    }

    private static DataException of(String name, String place, SQLException cause) {
        var kind = kind(cause);
        return new DataException(kind, name + " " + what(kind, cause) + place, cause);
    }

    /** The same of a file that was to be written to. */
    static DataException ofWriting(Path file, SQLException problem) {
        var cause =
                problem instanceof ContentProblem && problem.getCause() instanceof SQLException inner ? inner : problem;
        var what = cause instanceof ContentProblem ? cause.getMessage() : detail(cause);
        return new DataException(kind(cause), file.getFileName() + " cannot be written to: " + what, problem);
    }

    private static Kind kind(SQLException cause) {
        return switch (primaryCode(cause)) {
            case SQLITE_BUSY,
                    SQLITE_LOCKED,
                    SQLITE_PROTOCOL,
                    SQLITE_CANTOPEN,
                    SQLITE_PERM,
                    SQLITE_AUTH,
                    SQLITE_READONLY,
                    SQLITE_FULL,
                    SQLITE_NOMEM -> Kind.UNAVAILABLE;
            default -> Kind.CORRUPT;
        };
    }

    private static String what(Kind kind, SQLException cause) {
        return switch (primaryCode(cause)) {
            case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL -> "is locked by a program that writes to it";
            case SQLITE_NOTADB -> "is not an SQLite database";
            case SQLITE_CORRUPT, SQLITE_IOERR, SQLITE_FORMAT -> "is damaged: " + detail(cause);
            default ->
                (kind == Kind.UNAVAILABLE ? "cannot be opened for reading: " : "cannot be read as a recording: ")
                        + detail(cause);
        };
    }

    /** True if the file could not be opened where it lies, but a copy in a folder of our own may be. */
    static boolean isHelpedByCopy(SQLException cause) {
        return switch (primaryCode(cause)) {
            case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM -> true;
            default -> false;
        };
    }

    /** True if the file could not be opened at all. */
    static boolean isUnopened(SQLException cause) {
        return primaryCode(cause) == SQLiteErrorCode.SQLITE_CANTOPEN;
    }

    /** True if another holds a lock on it. */
    static boolean isBusy(SQLException cause) {
        return primaryCode(cause) == SQLiteErrorCode.SQLITE_BUSY;
    }

    /** True if SQLite found the file damaged. */
    static boolean isDamage(SQLException cause) {
        return primaryCode(cause) == SQLiteErrorCode.SQLITE_CORRUPT;
    }

    private static SQLiteErrorCode primaryCode(SQLException cause) {
        return cause instanceof SQLiteException sqlite
                ? SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & PRIMARY_CODE)
                : SQLiteErrorCode.UNKNOWN_ERROR;
    }

    /** What SQLite says of it. */
    static String detail(SQLException cause) {
        if (!(cause instanceof SQLiteException sqlite)) {
            return "the driver gave up";
        }
        var naming = NAMING.matcher(Objects.requireNonNullElse(sqlite.getMessage(), ""));
        if (naming.find()) {
            return naming.group();
        }
        return sqlite.getResultCode() == SQLiteErrorCode.SQLITE_READONLY_ROLLBACK
                ? "a writer stopped in the middle of a change, which its journal must undo first;"
                        + " open it once with a program that may write to it"
                : sqlite.getResultCode().message;
    }
}
