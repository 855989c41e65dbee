package com.gammareplay.config;

import com.gammareplay.jobs.store.StorageTrouble;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Gives SQLite's errors their usual Spring exceptions; they come without the SQL state that Spring looks at. */
final class SqliteExceptionTranslator implements SQLExceptionTranslator {

    private final Counter busy;

    SqliteExceptionTranslator(MeterRegistry registry) {
        busy = Counter.builder("gamma.sqlite.busy")
                .description("Statements that found the jobs database locked until they gave up")
                .register(registry);
    }

    @Override
    public DataAccessException translate(String task, @Nullable String sql, SQLException failure) {
        var text = task + ": " + failure.getMessage();
        if (failure instanceof SQLiteException sqlite) {
            return translate(text, sql, sqlite);
        }
        if (failure instanceof SQLTransientException) { // no connection became free in time
            return new TransientDataAccessResourceException(text, failure);
        }
        return new UncategorizedSQLException(task, sql, failure);
    }

    private DataAccessException translate(String text, @Nullable String sql, SQLiteException failure) {
        var code = failure.getResultCode();
        if (code == SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY || code == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE) {
            return new DuplicateKeyException(text, failure);
        }
        return switch (StorageTrouble.primary(code)) {
            case SQLITE_CONSTRAINT -> new DataIntegrityViolationException(text, failure);
            case SQLITE_BUSY, SQLITE_LOCKED -> {
                busy.increment();
                yield new CannotAcquireLockException(text, failure);
            }
            case SQLITE_FULL, SQLITE_IOERR, SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_CORRUPT, SQLITE_NOTADB ->
                new DataAccessResourceFailureException(text, failure);
            default -> new UncategorizedSQLException(text, sql, failure);
        };
    }
}
