package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.MarketPass;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/**
 * A recording's file as its one writer has it: in WAL mode, so that readers and the writer do not wait for each other, and
 * each transaction on the disk when it is over. Used by one thread.
 */
final class WrittenFile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WrittenFile.class);

    /** Some milliseconds' worth. */
    private static final int DELETED_AT_ONCE = 5_000;

    private final Path path;
    private final RecordingLock lock;
    private final Connection connection;
    private @Nullable RecordingWriter writer;

    /** What is done within a transaction. */
    interface Work<T> {
        T run() throws SQLException;
    }

    private WrittenFile(Path path, RecordingLock lock, Connection connection, RecordingWriter writer) {
        this.path = path;
        this.lock = lock;
        this.connection = connection;
        this.writer = writer;
    }

    /**
     * Opens a file, made anew if it is not there.
     *
     * @param busyTimeout how long to wait for the locks of readers, in milliseconds
     * @throws DataException if it cannot be opened, is no recording, is that of another market, or is held by another
     */
    static WrittenFile open(Path path, boolean synthetic, int busyTimeout) {
        var lock = RecordingLock.of(path);
        try {
            var connection = connect(path, busyTimeout);
            try {
                return new WrittenFile(path, lock, connection, writer(connection, synthetic));
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            lock.close();
            throw SqliteProblems.ofWriting(path, e);
        }
    }

    private static Connection connect(Path path, int busyTimeout) throws SQLException {
        var config = new SQLiteConfig();
        config.setBusyTimeout(busyTimeout);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        return config.createConnection("jdbc:sqlite:file:" + path.toUri().getRawPath());
    }

    private static RecordingWriter writer(Connection connection, boolean synthetic) throws SQLException {
        return inTransaction(connection, () -> {
            if (isEmpty(connection)) {
                execute(connection, "pragma application_id = " + (synthetic ? RecordingFacts.SYNTHETIC : 0));
            } else {
                Tables.of(connection);
            }
            if (RecordingFacts.isSynthetic(connection) != synthetic) {
                throw new ContentProblem("its market is " + (synthetic ? "real" : "made up"));
            }
            var writer = new RecordingWriter(connection);
            writer.makeIndexes();
            return writer;
        });
    }

    private static boolean isEmpty(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from sqlite_schema")) {
            return rows.getLong(1) == 0;
        }
    }

    Path path() {
        return path;
    }

    String name() {
        return path.getFileName().toString();
    }

    Connection connection() {
        return connection;
    }

    /** Does all of a work or nothing of it. */
    <T> T inTransaction(Work<T> work) throws SQLException {
        return inTransaction(connection, work);
    }

    private static <T> T inTransaction(Connection connection, Work<T> work) throws SQLException {
        execute(connection, "begin immediate");
        try {
            var result = work.run();
            execute(connection, "commit");
            return result;
        } catch (SQLException | RuntimeException e) {
            rollback(connection, e);
            throw e;
        }
    }

    /** SQLite has done so already after some problems. If it cannot be done, no other transaction can begin. */
    private static void rollback(Connection connection, Exception problem) {
        try {
            execute(connection, "rollback");
        } catch (SQLException e) {
            problem.addSuppressed(e);
        }
    }

    /** Adds the rows of a pass, within a transaction. */
    void add(MarketPass pass) throws SQLException {
        var used = writer == null ? new RecordingWriter(connection) : writer;
        writer = null; // the driver closes statements that fail
        used.add(pass);
        writer = used;
    }

    /**
     * Deletes the rows before an instant, many times a few, so that nobody waits for long.
     *
     * @return how many there were
     */
    long deleteBefore(long instant) throws SQLException {
        var deleted = 0L;
        for (var table : RecorderTable.values()) {
            var name = table.tableName();
            var some = "select id from " + name + " where timestamp < ? limit " + DELETED_AT_ONCE;
            try (var deletion = connection.prepareStatement("delete from " + name + " where id in (" + some + ")")) {
                deletion.setString(1, RecordingWriter.timestamp(instant));
                for (var count = deletion.executeUpdate(); count > 0; count = deletion.executeUpdate()) {
                    deleted += count;
                }
            }
        }
        return deleted;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.warn("{} could not be closed: {}", name(), SqliteProblems.detail(e));
        } finally {
            lock.close();
        }
    }
}
