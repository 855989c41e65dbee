package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.DataException.Kind;
import com.gammareplay.marketdata.FileProblem;
import com.gammareplay.marketdata.LiveRecording;
import com.gammareplay.marketdata.LiveRecordings;
import com.gammareplay.model.Index;
import com.gammareplay.model.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Recordings as files of one folder, which a {@link RecordingFolder} lists. */
public final class SqliteLiveRecordings implements LiveRecordings {

    private final Path folder;
    private final Path copies;
    private final int busyTimeout;

    /**
     * A folder that need not exist yet.
     *
     * @param copies folder for copies of recordings that cannot be read where they lie
     * @param busyTimeout how long to wait for a lock, in milliseconds
     */
    public SqliteLiveRecordings(Path folder, Path copies, int busyTimeout) {
        this.folder = folder;
        this.copies = copies;
        this.busyTimeout = busyTimeout;
    }

    /**
     * Those in the home folder of this program.
     *
     * @param busyTimeout how long to wait for a lock, in milliseconds
     */
    public static SqliteLiveRecordings of(Path home, int busyTimeout) {
        return new SqliteLiveRecordings(RecordingPaths.written(home), RecordingPaths.copies(home), busyTimeout);
    }

    @Override
    public LiveRecording open(String name, Session session, List<Index> indices, boolean synthetic) {
        var file = WrittenFile.open(made(path(name)), synthetic, busyTimeout);
        try {
            return new SqliteLiveRecording(file, session, indices);
        } catch (SQLException e) {
            file.close();
            throw SqliteProblems.ofWriting(file.path(), e);
        }
    }

    private Path path(String name) {
        return folder.resolve(RecordingPaths.fileName(name));
    }

    private Path made(Path file) {
        try {
            Files.createDirectories(folder);
            return file;
        } catch (IOException e) {
            throw new DataException(
                    Kind.UNAVAILABLE,
                    "the folder of " + file.getFileName() + " cannot be made: " + FileProblem.reason(e),
                    e);
        }
    }

    @Override
    public String visible(String name, long instant) {
        try (var connections = new RecordingConnections(new RecordingFile(path(name), copies, busyTimeout))) {
            return connections.read(connection -> new PaperJournal(connection).visible(instant));
        }
    }

    @Override
    public Optional<Journal> journal(String name) {
        try (var connections = new RecordingConnections(new RecordingFile(path(name), copies, busyTimeout))) {
            return connections.read(connection -> {
                var journal = new PaperJournal(connection);
                var ticks = journal.ticks();
                return journal.description().map(description -> new Journal(description, ticks));
            });
        }
    }

    @Override
    public void delete(String name) {
        var file = path(name);
        if (!Files.exists(file)) {
            return;
        }
        try (var _ = RecordingLock.of(file)) {
            for (var part : List.of(
                    file,
                    FileStamp.walOf(file),
                    file.resolveSibling(file.getFileName() + "-shm"),
                    RecordingLock.file(file))) {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new DataException(
                    Kind.UNAVAILABLE, file.getFileName() + " cannot be deleted: " + FileProblem.reason(e), e);
        }
    }
}
