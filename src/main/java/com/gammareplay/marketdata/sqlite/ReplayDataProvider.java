package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.marketdata.Recording;
import com.gammareplay.marketdata.SessionRange;
import com.gammareplay.marketdata.Shortcoming;
import com.gammareplay.marketdata.columns.DayKey;
import com.gammareplay.marketdata.columns.DayOrigin;
import com.gammareplay.marketdata.columns.DayStore;
import com.gammareplay.marketdata.columns.RecordedColumns;
import com.gammareplay.marketdata.columns.RecordedDay;
import com.gammareplay.model.Index;
import com.gammareplay.model.Session;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers from a recording in SQLite: each session is read once, into columns that are kept. */
final class ReplayDataProvider implements Recording {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayDataProvider.class);

    private final RecordingFile file;
    private final @Nullable DayStore store;
    private final RecordingGrowth growth;
    private final DataNeeds needs;
    private final BooleanSupplier cancelled;
    private final RecordingConnections connections;
    private final RecordingFacts facts;

    /**
     * Opens a recording, of which is known what does not change while its files do not.
     *
     * @param stamp of its file then
     * @param store where its days are kept, null if nowhere
     * @param growth what was seen of the recording so far
     */
    ReplayDataProvider(
            RecordingFile file,
            FileStamp stamp,
            RecordingFacts facts,
            @Nullable DayStore store,
            RecordingGrowth growth,
            DataNeeds needs,
            BooleanSupplier cancelled) {
        this.file = file;
        this.facts = facts;
        this.store = store;
        this.growth = growth;
        this.needs = needs;
        this.cancelled = cancelled;
        this.connections = new RecordingConnections(file, stamp);
    }

    @Override
    public RecordedSession open(Session session, List<Index> indices) {
        return new RecordedColumns(store == null ? read(session, indices) : days(session, indices, store));
    }

    /** What was read of a session, and how far the recording went then. */
    private record ReadSession(List<RecordedDay> days, DayOrigin origin) {}

    /** Days of which the recording has the same rows still, and others read and kept. */
    private List<RecordedDay> days(Session session, List<Index> indices, DayStore days) {
        var stamp = file.stamp();
        connections.requireSameFile(stamp);
        var found = new EnumMap<Index, RecordedDay>(Index.class);
        for (var index : indices) {
            days.find(key(session, index), isValid(session, stamp, days)).ifPresent(day -> found.put(index, day));
        }
        var missing =
                indices.stream().filter(index -> !found.containsKey(index)).toList();
        if (!missing.isEmpty()) {
            readAndKeep(session, missing, stamp, days)
                    .forEach(day -> found.put(day.day().index(), day));
            if (missing.size() < indices.size() && !stamp.equals(file.stamp())) {
                return read(session, indices); // written to meanwhile: what was kept may be older than what was read
            }
        }
        return indices.stream()
                .map(index -> Objects.requireNonNull(found.get(index)))
                .toList();
    }

    /** A file that was not written to since needs no look at its rows. */
    private Predicate<DayOrigin> isValid(Session session, FileStamp stamp, DayStore days) {
        var state = stamp.toString();
        var span = SessionSpan.of(session, needs.databaseZone());
        return origin -> origin.state().equals(state)
                || growth.isUntouched(origin, span, stamp, !days.isTooYoung(stamp.lastChange()), connections);
    }

    private List<RecordedDay> readAndKeep(Session session, List<Index> indices, FileStamp stamp, DayStore days) {
        var read = readWithOrigin(session, indices, stamp);
        if (days.isTooYoung(stamp.lastChange()) || !stamp.equals(file.stamp())) {
            return read.days();
        }
        return read.days().stream()
                .map(day -> days.keep(key(session, day.day().index()), read.origin(), day))
                .toList();
    }

    @Override
    public void distrust() {
        var stamp = file.stamp();
        connections.requireSameFile(stamp);
        growth.distrust(stamp, connections);
    }

    @Override
    public boolean prepare(Session session) {
        if (store == null) {
            return false;
        }
        var stamp = file.stamp();
        connections.requireSameFile(stamp);
        Predicate<Index> isKept = index -> store.isKept(key(session, index), stamp.toString());
        var missing = indices().stream().filter(Predicate.not(isKept)).toList();
        if (!missing.isEmpty()) {
            var before = trustedDigests(session, missing, stamp, store);
            var read = readAndKeep(session, missing, stamp, store);
            var isOfThatState = stamp.equals(file.stamp()); // rows that were added meanwhile would be no change
            for (var day : read) {
                var known = before.getOrDefault(day.day().index(), day.digest());
                if (isOfThatState && !day.digest().equals(known)) {
                    LOG.info("{}: rows of {} were changed, its days are read again", file.name(), session.date());
                    growth.distrust(stamp, connections);
                }
            }
        }
        return missing.stream().allMatch(isKept);
    }

    /** What replays would be given by what is kept. */
    private Map<Index, String> trustedDigests(Session session, List<Index> indices, FileStamp stamp, DayStore days) {
        var digests = new EnumMap<Index, String>(Index.class);
        var isValid = isValid(session, stamp, days);
        for (var index : indices) {
            days.look(key(session, index), isValid).ifPresent(day -> digests.put(index, day.digest()));
        }
        return digests;
    }

    private DayKey key(Session session, Index index) {
        return new DayKey(file.path(), session, index, needs.databaseZone(), needs.chains());
    }

    private List<RecordedDay> read(Session session, List<Index> indices) {
        return readWithOrigin(session, indices, file.stamp()).days();
    }

    private ReadSession readWithOrigin(Session session, List<Index> indices, FileStamp stamp) {
        return connections.read(connection -> new Cancellation(cancelled).during(connection, found -> {
            // Those that there are now: one may have been made since the recording was opened.
            var tables = Tables.of(found);
            var days = new SessionReader(session, indices, needs, tables, cancelled).read(found, true);
            var rows = RowMarks.of(found, tables, stamp).map(RowMarks::text).orElse("");
            return new ReadSession(days, new DayOrigin(stamp.toString(), rows));
        }));
    }

    @Override
    public List<Index> indices() {
        return facts.indices();
    }

    @Override
    public Optional<SessionRange> sessions() {
        return facts.sessions();
    }

    @Override
    public boolean isSynthetic() {
        return facts.isSynthetic();
    }

    @Override
    public List<Shortcoming> shortcomings() {
        return facts.shortcomings();
    }

    @Override
    public void close() {
        connections.close();
    }
}
