package com.gammareplay.config;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Throws connections away that cannot write: SQLite opens a file read-only if it may not be written just then, and such
 * a connection could not write later either.
 */
final class ReadOnlyConnections implements SQLExceptionOverride {

    private static final int PRIMARY_CODE = 0xff;

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        var isReadOnly = failure instanceof SQLiteException sqlite
                && (sqlite.getResultCode().code & PRIMARY_CODE) == SQLiteErrorCode.SQLITE_READONLY.code;
        return isReadOnly ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
