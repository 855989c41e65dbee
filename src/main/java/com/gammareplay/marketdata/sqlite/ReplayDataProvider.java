package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.DataException.Kind;
import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.marketdata.Recording;
import com.gammareplay.model.Index;
import com.gammareplay.model.Session;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers from a recording in SQLite: each session is read once, into arrays. */
final class ReplayDataProvider implements Recording {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayDataProvider.class);
    private static final int MOST_ATTEMPTS = 5;

    private final RecordingFile file;
    private final DataNeeds needs;
    private final BooleanSupplier cancelled;
    private final Tables tables;
    private final ConcurrentLinkedQueue<OpenRecording> idle = new ConcurrentLinkedQueue<>();

    ReplayDataProvider(RecordingFile file, DataNeeds needs, BooleanSupplier cancelled) {
        this.file = file;
        this.needs = needs;
        this.cancelled = cancelled;
        var first = file.open();
        try {
            tables = first.tables();
        } catch (RuntimeException e) {
            first.close();
            throw e;
        }
        idle.add(first);
    }

    @Override
    public RecordedSession open(Session session, List<Index> indices) {
        for (var attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            var recording = borrow();
            try {
                var columns = recording.read(
                        connection -> new SessionReader(session, indices, needs, tables, cancelled).read(connection));
                if (recording.isConsistent()) {
                    return columns;
                }
            } catch (DataException e) {
                // A file that changed under an immutable connection can look damaged.
                if (recording.isConsistent()) {
                    throw e;
                }
            } finally {
                giveBack(recording);
            }
        }
        throw new DataException(
                Kind.UNAVAILABLE,
                file.path().getFileName() + " changed during each of " + MOST_ATTEMPTS + " attempts to read "
                        + session.date());
    }

    private OpenRecording borrow() {
        var recording = idle.poll();
        return recording == null ? file.open() : recording;
    }

    private void giveBack(OpenRecording recording) {
        var isCurrent = false;
        try {
            isCurrent = recording.isCurrent();
        } catch (DataException e) {
            LOG.debug("{} is not read any further: {}", file.path(), e.getMessage());
        }
        if (isCurrent) {
            idle.add(recording);
        } else {
            recording.close();
        }
    }

    @Override
    public List<String> shortcomings() {
        return Arrays.stream(RecorderTable.values())
                .filter(table -> !tables.has(table))
                .map(table -> "The recording has no table " + table.tableName() + ".")
                .toList();
    }

    @Override
    public void close() {
        for (var recording = idle.poll(); recording != null; recording = idle.poll()) {
            recording.close();
        }
    }
}
