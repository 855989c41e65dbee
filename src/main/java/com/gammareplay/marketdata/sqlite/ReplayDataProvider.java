package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.marketdata.Recording;
import com.gammareplay.marketdata.Shortcoming;
import com.gammareplay.marketdata.columns.DayKey;
import com.gammareplay.marketdata.columns.DayStore;
import com.gammareplay.marketdata.columns.RecordedColumns;
import com.gammareplay.marketdata.columns.RecordedDay;
import com.gammareplay.model.Index;
import com.gammareplay.model.Session;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Answers from a recording in SQLite: each session is read once, into columns that are kept. */
final class ReplayDataProvider implements Recording {

    private final RecordingFile file;
    private final @Nullable DayStore store;
    private final DataNeeds needs;
    private final BooleanSupplier cancelled;
    private final RecordingConnections connections;
    private final RecordingFacts facts;

    /**
     * Opens a recording, of which is known what does not change while its files do not.
     *
     * @param stamp of its file then
     * @param store where its days are kept, null if nowhere
     */
    ReplayDataProvider(
            RecordingFile file,
            FileStamp stamp,
            RecordingFacts facts,
            @Nullable DayStore store,
            DataNeeds needs,
            BooleanSupplier cancelled) {
        this.file = file;
        this.facts = facts;
        this.store = store;
        this.needs = needs;
        this.cancelled = cancelled;
        this.connections = new RecordingConnections(file, stamp);
    }

    @Override
    public RecordedSession open(Session session, List<Index> indices) {
        return new RecordedColumns(store == null ? read(session, indices) : days(session, indices, store));
    }

    /** Days that are kept in the present state of the recording, and others read and kept. */
    private List<RecordedDay> days(Session session, List<Index> indices, DayStore days) {
        var stamp = file.stamp();
        connections.requireSameFile(stamp);
        var found = new EnumMap<Index, RecordedDay>(Index.class);
        for (var index : indices) {
            days.find(key(session, index), stamp.toString()).ifPresent(day -> found.put(index, day));
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

    private List<RecordedDay> readAndKeep(Session session, List<Index> indices, FileStamp stamp, DayStore days) {
        var read = read(session, indices);
        if (days.isTooYoung(stamp.lastChange()) || !stamp.equals(file.stamp())) {
            return read;
        }
        return read.stream()
                .map(day -> days.keep(key(session, day.day().index()), stamp.toString(), day))
                .toList();
    }

    @Override
    public boolean prepare(Session session) {
        if (store == null) {
            return false;
        }
        var stamp = file.stamp();
        connections.requireSameFile(stamp);
        if (store.isTooYoung(stamp.lastChange())) {
            return false;
        }
        Predicate<Index> isKept = index -> store.isKept(key(session, index), stamp.toString());
        var missing = indices().stream().filter(Predicate.not(isKept)).toList();
        if (!missing.isEmpty()) {
            readAndKeep(session, missing, stamp, store);
        }
        return missing.stream().allMatch(isKept);
    }

    private DayKey key(Session session, Index index) {
        return new DayKey(file.path(), session, index, needs.databaseZone(), needs.chains());
    }

    private List<RecordedDay> read(Session session, List<Index> indices) {
        return connections.read(connection -> new Cancellation(cancelled)
                .during(
                        connection,
                        found -> new SessionReader(session, indices, needs, facts.tables(), cancelled)
                                .read(found, true)));
    }

    @Override
    public List<Index> indices() {
        return facts.indices();
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
