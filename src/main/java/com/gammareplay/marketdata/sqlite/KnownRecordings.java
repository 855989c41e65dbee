package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.DataException.Kind;
import com.gammareplay.marketdata.Dataset;
import com.gammareplay.marketdata.SessionRange;
import com.gammareplay.marketdata.TableRows;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was found in recordings; looked up again only after their files have changed. Thread-safe. */
final class KnownRecordings {

    private static final Logger LOG = LoggerFactory.getLogger(KnownRecordings.class);
    /** A scan of the largest recordings takes some seconds; only a view made to do harm takes longer. */
    private static final Duration LOOK_THROUGH = Duration.ofSeconds(60);

    private final Map<Path, Listed> contents = new ConcurrentHashMap<>();
    private final Map<Path, Counted> counts = new ConcurrentHashMap<>();
    private final Map<Zoned, Opened> facts = new ConcurrentHashMap<>();

    /** What a list of recordings shows. */
    record Listed(FileStamp stamp, Dataset.Content content, boolean isSynthetic) {}

    /**
     * How many leg prices there were.
     *
     * @param marks how far the recording went, null if that cannot be told
     */
    private record Counted(FileStamp stamp, @Nullable RowMarks marks, long rows) {}

    /** What a replay has to know. */
    record Opened(FileStamp stamp, RecordingFacts facts) {}

    /** A recording and the zone of its timestamps. */
    private record Zoned(Path file, ZoneId zone) {}

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
        var found = look(recording, connection -> {
            var tables = Tables.of(connection);
            var content = new ContentReader(connection, tables).read();
            return new Listed(stamp, content, RecordingFacts.isSynthetic(connection));
        });
        contents.put(recording.path(), found);
        return found;
    }

    /**
     * How many leg prices a recording has.
     *
     * @throws DataException if it cannot be read
     */
    long rows(RecordingFile recording) {
        var stamp = recording.stamp();
        var last = counts.get(recording.path());
        if (last != null && last.stamp().equals(stamp)) {
            return last.rows();
        }
        var found = look(recording, connection -> count(connection, stamp, last));
        counts.put(recording.path(), found);
        return found.rows();
    }

    private static <T> T look(RecordingFile recording, OpenRecording.Read<T> read) {
        return patiently(recording, impatient -> {
            try (var connections = new RecordingConnections(recording)) {
                return connections.read(connection -> new Cancellation(impatient).during(connection, read::from));
            }
        });
    }

    private static <T> T patiently(RecordingFile recording, Function<BooleanSupplier, T> work) {
        var end = System.nanoTime() + LOOK_THROUGH.toNanos();
        try {
            return work.apply(() -> System.nanoTime() - end > 0);
        } catch (CancellationException e) {
            throw new DataException(
                    Kind.UNAVAILABLE,
                    recording.name() + " could not be looked through within " + LOOK_THROUGH.toSeconds() + " s",
                    e);
        }
    }

    /** Of a recording that has only grown since, as far as that can be told, new rows alone need be counted. */
    private static Counted count(Connection connection, FileStamp stamp, @Nullable Counted last) throws SQLException {
        var tables = Tables.of(connection);
        var reader = new ContentReader(connection, tables);
        var marks = RowMarks.of(connection, tables, stamp).orElse(null);
        var before = last == null ? null : last.marks();
        if (last != null
                && marks != null
                && before != null
                && !before.equals(marks)
                && before.areIn(connection, marks)) {
            var added = reader.rows(before.id(RecorderTable.OPTIONS_PRICES_LIVE));
            return new Counted(stamp, marks, last.rows() + added);
        }
        return new Counted(stamp, marks, reader.rows(null));
    }

    /**
     * Counts the rows of a recording, for {@link #content} to know.
     *
     * @throws DataException if it cannot be read
     */
    void count(RecordingFile recording, BooleanSupplier cancelled) {
        var listed = content(recording);
        if (listed.content().balance() != null) {
            return;
        }
        var sessions = listed.content().sessions();
        var counted = new ArrayList<TableRows>();
        try (var connections = new RecordingConnections(recording, listed.stamp())) {
            // Each table in a transaction of its own, for a recorder that is not in WAL mode has to wait for its end.
            for (var table :
                    connections.read(connection -> Tables.of(connection)).present()) {
                counted.add(connections.read(connection -> new Cancellation(cancelled)
                        .during(connection, open -> new RowCounter(open, table, ZoneOffset.UTC, sessions).all())));
            }
        }
        if (listed.stamp().equals(recording.stamp())) {
            var content = listed.content().counted(counted);
            contents.replace(recording.path(), listed, new Listed(listed.stamp(), content, listed.isSynthetic()));
            counted.stream()
                    .filter(rows -> rows.notFound() != 0)
                    .forEach(rows -> LOG.warn(
                            "{}: the index on the timestamps of table {} is damaged, {} of {} rows are not found by it",
                            recording.name(),
                            rows.table(),
                            rows.notFound(),
                            rows.rows()));
        }
    }

    /**
     * The first and the last session of a recording whose timestamps are in a zone.
     *
     * @throws DataException if it cannot be read
     */
    Optional<SessionRange> sessions(RecordingFile recording, ZoneId zone) {
        return patiently(recording, impatient -> facts(recording, zone, impatient))
                .facts()
                .sessions();
    }

    /**
     * What is known of a recording before any of its sessions is read.
     *
     * @throws DataException if it cannot be read
     */
    Opened facts(RecordingFile recording, ZoneId zone, BooleanSupplier cancelled) {
        var key = new Zoned(recording.path(), zone.normalized());
        var stamp = recording.stamp();
        var last = facts.get(key);
        if (last != null && last.stamp().equals(stamp)) {
            return last;
        }
        try (var connections = new RecordingConnections(recording, stamp)) {
            var found = new Opened(
                    stamp,
                    connections.read(connection ->
                            new Cancellation(cancelled).during(connection, open -> RecordingFacts.of(open, zone))));
            if (stamp.equals(recording.stamp())) {
                facts.put(key, found);
            }
            return found;
        }
    }
}
