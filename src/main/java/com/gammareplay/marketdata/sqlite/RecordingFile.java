package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.DataException.Kind;
import com.gammareplay.marketdata.sqlite.OpenRecording.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteOpenMode;

/**
 * Opens a recording for reading without ever writing beside it.
 *
 * <p>A file in WAL mode without a log is opened as immutable: SQLite would otherwise create files next to it. One with a
 * log is read through it, from a copy where the folder allows no lock files. Any other is read under SQLite's locks.
 *
 * <p>Nobody but SQLite opens a recording: whoever closes a file drops all locks that this process has on it, those of
 * other connections and of a recorder among them. SQLite alone knows of them and waits.
 */
final class RecordingFile {

    private static final int MOST_COPY_ATTEMPTS = 5;

    private final Path file;
    private final Path copies;
    private final int busyTimeout;

    /**
     * A recording that need not exist.
     *
     * @param copies folder in which copies may be made
     * @param busyTimeout how long to wait for a writer's lock, in milliseconds
     */
    RecordingFile(Path file, Path copies, int busyTimeout) {
        this.file = file;
        this.copies = copies;
        this.busyTimeout = busyTimeout;
    }

    /** True for the folder of a copy whose process is no more. */
    static boolean isLeftover(Path folder) {
        var name = folder.getFileName().toString();
        var pid = name.substring(0, Math.max(0, name.indexOf('-')));
        return pid.matches("[0-9]{1,18}")
                && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
    }

    Path path() {
        return file;
    }

    String name() {
        return file.getFileName().toString();
    }

    /** What the directory says of the files now. */
    FileStamp stamp() {
        return FileStamp.of(file);
    }

    /** Opens the recording in the state in which it is now. */
    OpenRecording open() {
        var stamp = stamp();
        if (stamp.size() == 0) {
            throw new DataException(Kind.CORRUPT, name() + " is empty");
        }
        try {
            var access = stamp.hasWal() ? Access.LOG : isInWalMode() ? Access.IMMUTABLE : Access.LOCKS;
            return new OpenRecording(
                    file, stamp, access, connect(file, access == Access.IMMUTABLE ? "&immutable=1" : ""), null);
        } catch (SQLException e) {
            if (stamp.hasWal() && SqliteProblems.isHelpedByCopy(e) && !Files.isWritable(folder())) {
                return openCopy();
            }
            throw SqliteProblems.of(file, e);
        }
    }

    private Path folder() {
        return file.toAbsolutePath().resolveSibling("");
    }

    /** SQLite refuses to open such a file without locks, and opens any other. */
    private boolean isInWalMode() {
        try (var _ = connect(file, "&nolock=1")) {
            return false;
        } catch (SQLException e) {
            return SqliteProblems.isUnopened(e);
        }
    }

    private Connection connect(Path database, String parameters) throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        // One thread at a time uses a connection, so that SQLite need not lock it at each call.
        config.setOpenMode(SQLiteOpenMode.NOMUTEX);
        config.setBusyTimeout(busyTimeout);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        var connection =
                config.createConnection("jdbc:sqlite:file:" + database.toUri().getRawPath() + "?mode=ro" + parameters);
        try {
            distrust(connection.unwrap(SQLiteConnection.class));
            // SQLite opens lazily, and problems should show here.
            requireHeader(connection, database);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    /** SQLite looks at the header alone: it finds damage only if there are fewer pages than that says. */
    private void requireHeader(Connection connection, Path database) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("pragma schema_version");
        } catch (SQLException e) {
            throw SqliteProblems.isDamage(e)
                    ? new ContentProblem("it is truncated: it has "
                            + FileStamp.of(database).size() + " bytes, and its header says more")
                    : e;
        }
    }

    /** Readies a connection for files that were made to do harm. */
    private static void distrust(SQLiteConnection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("pragma trusted_schema = off");
            statement.execute("pragma cell_size_check = on");
        }
    }

    /** The bytes that a file must have; asking for them begins a transaction. */
    static long size(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select page_count * page_size from pragma_page_count, pragma_page_size")) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private OpenRecording openCopy() {
        try {
            Files.createDirectories(copies);
            var folder =
                    Files.createTempDirectory(copies, ProcessHandle.current().pid() + "-");
            try {
                return openCopy(folder);
            } catch (SQLException e) {
                Folders.delete(folder);
                throw SqliteProblems.of(file, e);
            } catch (IOException | RuntimeException e) {
                Folders.delete(folder);
                throw e;
            }
        } catch (IOException e) {
            throw new DataException(
                    Kind.UNAVAILABLE,
                    name() + " is being written in a folder that allows no lock files, and could not be copied: "
                            + FileStamp.reason(e),
                    e);
        }
    }

    private OpenRecording openCopy(Path folder) throws IOException, SQLException {
        var copy = folder.resolve(name());
        for (var attempt = 0; attempt < MOST_COPY_ATTEMPTS; attempt++) {
            var stamp = stamp();
            copy(file, copy);
            copy(FileStamp.walOf(file), FileStamp.walOf(copy));
            if (stamp.equals(stamp())) {
                return new OpenRecording(file, stamp, Access.LOG, connect(copy, ""), folder);
            }
        }
        throw new DataException(
                Kind.UNAVAILABLE, name() + " changed during each of " + MOST_COPY_ATTEMPTS + " attempts to copy it");
    }

    /**
     * The only channel to a recording that is not SQLite's. No lock of this process can be lost by it: nobody can write in
     * a folder that allows it no files, and whoever reads through this log has what SQLite could not open just now.
     */
    private static void copy(Path from, Path to) throws IOException {
        try {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException e) {
            // Then there is nothing to copy: the stamp will have changed, or there never was a log.
            Files.deleteIfExists(to);
        }
    }
}
