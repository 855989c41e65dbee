package com.gammareplay.config;

import com.gammareplay.jobs.store.StorageTrouble;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Throws connections away that cannot write: SQLite opens a file read-only if it may not be written just then, and such
 * a connection could not write later either.
 */
final class ReadOnlyConnections implements SQLExceptionOverride {

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        var isReadOnly = failure instanceof SQLiteException sqlite
                && StorageTrouble.primary(sqlite.getResultCode()) == SQLiteErrorCode.SQLITE_READONLY;
        return isReadOnly ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
