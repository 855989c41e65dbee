package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.DataException.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/**
 * Holds a recording for one writer against all others, of this process and of any: a lock of SQLite's on an empty file
 * beside it, which goes when its process does. SQLite keeps such locks apart also within a process.
 */
final class RecordingLock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RecordingLock.class);

    private final Connection connection;

    private RecordingLock(Connection connection) {
        this.connection = connection;
    }

    /**
     * Takes the lock of a recording, without waiting for it.
     *
     * @throws DataException if another has it, or no file can be made
     */
    static RecordingLock of(Path recording) {
        var config = new SQLiteConfig();
        config.setBusyTimeout(0);
        try {
            var connection = config.createConnection(
                    "jdbc:sqlite:file:" + file(recording).toUri().getRawPath());
            try (var statement = connection.createStatement()) {
                statement.execute("begin exclusive");
                return new RecordingLock(connection);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw SqliteProblems.isBusy(e)
                    ? new DataException(
                            Kind.UNAVAILABLE, recording.getFileName() + " is being recorded by another session", e)
                    : SqliteProblems.ofWriting(recording, e);
        }
    }

    /** The file that it is on. */
    static Path file(Path recording) {
        return recording.resolveSibling(recording.getFileName() + ".lock");
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.warn("a lock could not be given back: {}", SqliteProblems.detail(e));
        }
    }
}
