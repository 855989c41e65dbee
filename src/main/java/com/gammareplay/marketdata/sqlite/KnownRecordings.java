package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.DataException.Kind;
import com.gammareplay.marketdata.Dataset;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** What was found in recordings; looked up again only after their files have changed. Thread-safe. */
final class KnownRecordings {

    /** A scan of the largest recordings takes some seconds; only a view made to do harm takes longer. */
    private static final Duration LOOK_THROUGH = Duration.ofSeconds(60);

    private final Map<Path, Listed> contents = new ConcurrentHashMap<>();
    private final Map<Path, Opened> facts = new ConcurrentHashMap<>();

    /** What a list of recordings shows. */
    record Listed(FileStamp stamp, Dataset.Content content, boolean isSynthetic) {}

    /** What a replay has to know. */
    record Opened(FileStamp stamp, RecordingFacts facts) {}

    /**
     * What a recording holds.
     *
     * @throws DataException if it cannot be read
     */
    Listed content(RecordingFile recording) {
        var stamp = recording.stamp();
        var last = contents.get(recording.path());
        if (last != null && last.stamp().equals(stamp)) {
            return last;
        }
        try (var connections = new RecordingConnections(recording)) {
            var end = System.nanoTime() + LOOK_THROUGH.toNanos();
            var patience = new Cancellation(() -> System.nanoTime() - end > 0);
            var found = connections.read(connection -> patience.during(connection, open -> look(open, stamp)));
            contents.put(recording.path(), found);
            return found;
        } catch (CancellationException e) {
            throw new DataException(
                    Kind.UNAVAILABLE,
                    recording.name() + " could not be looked through within " + LOOK_THROUGH.toSeconds() + " s",
                    e);
        }
    }

    private static Listed look(Connection connection, FileStamp stamp) throws SQLException {
        var content = new ContentReader(connection, Tables.of(connection)).read();
        return new Listed(stamp, content, RecordingFacts.isSynthetic(connection));
    }

    /**
     * What is known of a recording before any of its sessions is read.
     *
     * @throws DataException if it cannot be read
     */
    Opened facts(RecordingFile recording, BooleanSupplier cancelled) {
        var stamp = recording.stamp();
        var last = facts.get(recording.path());
        if (last != null && last.stamp().equals(stamp)) {
            return last;
        }
        try (var connections = new RecordingConnections(recording, stamp)) {
            var found = new Opened(
                    stamp,
                    connections.read(connection -> new Cancellation(cancelled).during(connection, RecordingFacts::of)));
            if (stamp.equals(recording.stamp())) {
                facts.put(recording.path(), found);
            }
            return found;
        }
    }
}
