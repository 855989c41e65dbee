package com.gammareplay.config;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.sqlite.SQLiteException;

/** Says why the service does not start when the jobs database or the demo cannot be written, as on a full disk. */
final class SqliteFailureAnalyzer extends AbstractFailureAnalyzer<SQLiteException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SQLiteException cause) {
        return new FailureAnalysis(
                "SQLite cannot use a file in the folder GAMMA_HOME: " + cause.getMessage(),
                "Look for room on its disk, for its owner and rights, and for damage; it holds jobs.db and the demo.",
                cause);
    }
}
