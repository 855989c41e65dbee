package com.gammareplay.marketdata.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A connection to a recording, and the state of its files when it was opened. Used by one thread at a time. */
final class OpenRecording implements AutoCloseable {

    private final Path file;
    private final FileState state;
    private final Connection connection;
    private final @Nullable Path copy;
    private FileStamp transactionStart;

    /**
     * A connection.
     *
     * @param state taken before it was opened
     * @param copy the folder that holds what is connected to, if that is a copy; deleted in the end
     */
    OpenRecording(Path file, FileState state, Connection connection, @Nullable Path copy) {
        this.file = file;
        this.state = state;
        this.connection = connection;
        this.copy = copy;
        this.transactionStart = state.stamp();
    }

    interface Read<T> {
        /**
         * Reads in a transaction.
         *
         * @param pages the file whose pages hold what the connection sees, null if something lies beside it
         */
        T from(Connection connection, @Nullable Path pages) throws SQLException;
    }

    /** Reads in one transaction, so that what is read was true at one moment; see {@link #isConsistent}. */
    <T> T read(Read<T> read) {
        try {
            connection.setAutoCommit(false);
            try {
                var size = RecordingFile.size(connection);
                transactionStart = FileStamp.of(file);
                requireWhole(size);
                return read.from(connection, copy == null && !transactionStart.hasWal() ? file : null);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw SqliteProblems.of(file, e);
        }
    }

    /** SQLite takes a last page that is cut off for one that ends in zeros. */
    private void requireWhole(long size) throws ContentProblem {
        if (copy == null && !transactionStart.hasWal() && transactionStart.size() < size) {
            throw new ContentProblem("it is truncated: it has " + transactionStart.size() + " of " + size + " bytes");
        }
    }

    /**
     * True if what was read last is what the recording held at one moment.
     *
     * <p>SQLite's locks alone do not warrant that: an immutable connection takes none, and any others are lost when some
     * other thread of this process opens and closes the file.
     */
    boolean isConsistent() {
        if (copy != null) {
            return true;
        }
        if (state.isImmutable()) {
            return state.equals(FileState.of(file));
        }
        var now = FileStamp.of(file);
        return state.isWal()
                ? state.stamp().isSameLog(now)
                : transactionStart.equals(now) && state.stamp().isSameFile(now);
    }

    /** True if a later reader would see the same rows through this connection as through a new one. */
    boolean isCurrent() {
        var now = FileState.of(file);
        if (copy != null || state.isImmutable()) {
            return state.equals(now);
        }
        return state.isWal() == now.isWal()
                && (state.isWal()
                        ? state.stamp().isSameLog(now.stamp())
                        : state.stamp().isSameFile(now.stamp()));
    }

    /** What the directory said when it was opened. */
    FileStamp stamp() {
        return state.stamp();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw SqliteProblems.of(file, e);
        } finally {
            if (copy != null) {
                Folders.delete(copy);
            }
        }
    }
}
