package com.gammareplay.marketdata.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A connection to a recording, and what the directory said of its files before. Used by one thread at a time. */
final class OpenRecording implements AutoCloseable {

    private final Path file;
    private final FileStamp stamp;
    private final Access access;
    private final Connection connection;
    private final @Nullable Path copy;
    private FileStamp transactionStart;

    /** How a recording is read, which depends on what lies beside it. */
    enum Access {
        /** Without locks: in WAL mode, with nothing in a log. */
        IMMUTABLE,
        /** Through the write-ahead log. */
        LOG,
        /** Not in WAL mode. */
        LOCKS
    }

    /**
     * A connection.
     *
     * @param stamp taken before it was opened
     * @param copy the folder that holds what is connected to, if that is a copy; deleted in the end
     */
    OpenRecording(Path file, FileStamp stamp, Access access, Connection connection, @Nullable Path copy) {
        this.file = file;
        this.stamp = stamp;
        this.access = access;
        this.connection = connection;
        this.copy = copy;
        this.transactionStart = stamp;
    }

    interface Read<T> {
        /** Reads in a transaction. */
        T from(Connection connection) throws SQLException;
    }

    /** Reads in one transaction, so that what is read was true at one moment; see {@link #isConsistent}. */
    <T> T read(Read<T> read) {
        try {
            connection.setAutoCommit(false);
            try {
                var size = RecordingFile.size(connection);
                transactionStart = FileStamp.of(file);
                requireWhole(size);
                return read.from(connection);
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
     * <p>SQLite's locks alone do not warrant that: an immutable connection takes none, and programs that copy files heed
     * none.
     */
    boolean isConsistent() {
        if (copy != null) {
            return true;
        }
        var now = FileStamp.of(file);
        return switch (access) {
            case IMMUTABLE -> stamp.equals(now);
            case LOG -> stamp.isSameLog(now);
            case LOCKS -> stamp.isSameFile(now) && transactionStart.equals(now);
        };
    }

    /**
     * True if a later reader would see the same rows through this connection as through a new one.
     *
     * <p>A file that is written to without a log may be in WAL mode since.
     */
    boolean isCurrent() {
        var now = FileStamp.of(file);
        var isThroughLog = access == Access.LOG && copy == null;
        return isThroughLog ? stamp.isSameLog(now) : stamp.equals(now);
    }

    /** What the directory said before it was opened. */
    FileStamp stamp() {
        return stamp;
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
