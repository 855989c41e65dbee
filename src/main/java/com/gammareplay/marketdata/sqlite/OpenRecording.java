package com.gammareplay.marketdata.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A connection to a recording, and the state of its files when it was opened. Used by one thread at a time. */
final class OpenRecording implements AutoCloseable {

    private final RecordingFile file;
    private final FileState state;
    private final Connection connection;
    private final @Nullable Path copy;

    OpenRecording(RecordingFile file, FileState state, Connection connection, @Nullable Path copy) {
        this.file = file;
        this.state = state;
        this.connection = connection;
        this.copy = copy;
    }

    interface Read<T> {
        T from(Connection connection) throws SQLException;
    }

    /** Reads in one transaction, so that what is read was true at one moment. */
    <T> T read(Read<T> read) {
        try {
            connection.setAutoCommit(false);
            try {
                return read.from(connection);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw SqliteProblems.of(file.path(), e);
        }
    }

    /**
     * True if what was read is what the recording held: SQLite's locks or log saw to it, or nothing was written.
     */
    boolean isConsistent() {
        return !state.isImmutable() || state.equals(FileState.of(file.path()));
    }

    /** True if a later reader would see the same rows through this connection as through a new one. */
    boolean isCurrent() {
        return copy == null
                ? state.isImmutable() == FileState.of(file.path()).isImmutable() && isConsistent()
                : state.equals(FileState.of(file.path()));
    }

    /** The recorder's tables that the recording has. */
    Tables tables() {
        return read(connection -> Tables.of(file.path().getFileName().toString(), connection));
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw SqliteProblems.of(file.path(), e);
        } finally {
            if (copy != null) {
                Folders.delete(copy);
            }
        }
    }
}
