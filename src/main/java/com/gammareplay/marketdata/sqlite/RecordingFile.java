package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.DataException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/**
 * Opens a recording for reading without ever writing beside it.
 *
 * <p>A file in WAL mode without a log is opened as immutable: SQLite would otherwise create files next to it. One with a
 * log is read through it, from a copy where the folder allows no lock files. Any other is read under SQLite's locks.
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

    Path path() {
        return file;
    }

    /** Opens the recording in the state in which it is now. */
    OpenRecording open() {
        var state = FileState.of(file);
        if (state.isTruncated()) {
            throw new DataException(
                    Kind.CORRUPT,
                    file.getFileName() + " is truncated: it has " + state.size() + " of "
                            + state.pages() * state.pageSize() + " bytes");
        }
        try {
            return new OpenRecording(this, state, connect(file, state.isImmutable()), null);
        } catch (SQLException e) {
            if (state.hasWal() && SqliteProblems.isHelpedByCopy(e)) {
                return openCopy();
            }
            throw SqliteProblems.of(file, e);
        }
    }

    private Connection connect(Path database, boolean isImmutable) throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(busyTimeout);
        var url =
                "jdbc:sqlite:file:" + database.toUri().getRawPath() + "?mode=ro" + (isImmutable ? "&immutable=1" : "");
        var connection = config.createConnection(url);
        try (var statement = connection.createStatement()) {
            // Touches the file: SQLite opens lazily, and problems should show here.
            statement.execute("select count(*) from sqlite_schema");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    private OpenRecording openCopy() {
        try {
            Files.createDirectories(copies);
            var folder = Files.createTempDirectory(copies, "recording");
            var copy = folder.resolve(file.getFileName());
            try {
                var state = copyTo(copy);
                return new OpenRecording(this, state, connect(copy, false), folder);
            } catch (SQLException e) {
                Folders.delete(folder);
                throw SqliteProblems.of(copy, e);
            } catch (IOException | RuntimeException e) {
                Folders.delete(folder);
                throw e;
            }
        } catch (IOException e) {
            throw new DataException(
                    Kind.UNAVAILABLE,
                    file.getFileName() + " is being written in a folder that allows no lock files, and could not be"
                            + " copied: " + e.getMessage(),
                    e);
        }
    }

    private FileState copyTo(Path copy) throws IOException {
        for (var attempt = 0; attempt < MOST_COPY_ATTEMPTS; attempt++) {
            var before = FileState.of(file);
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            if (before.hasWal()) {
                Files.copy(FileState.walOf(file), FileState.walOf(copy), StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.deleteIfExists(FileState.walOf(copy));
            }
            if (before.equals(FileState.of(file))) {
                return before;
            }
        }
        throw new IOException("it changed during each of " + MOST_COPY_ATTEMPTS + " attempts");
    }
}
