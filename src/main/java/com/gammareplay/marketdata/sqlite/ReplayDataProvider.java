package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.marketdata.Recording;
import com.gammareplay.marketdata.Shortcoming;
import com.gammareplay.model.Index;
import com.gammareplay.model.Session;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Answers from a recording in SQLite: each session is read once, into arrays. */
final class ReplayDataProvider implements Recording {

    private final DataNeeds needs;
    private final BooleanSupplier cancelled;
    private final RecordingConnections connections;
    private final RecordingFacts facts;

    ReplayDataProvider(RecordingFile file, DataNeeds needs, BooleanSupplier cancelled) {
        this.needs = needs;
        this.cancelled = cancelled;
        connections = new RecordingConnections(file);
        try {
            facts = connections.read(
                    (connection, _) -> new Cancellation(cancelled).during(connection, RecordingFacts::of));
        } catch (RuntimeException e) {
            connections.close();
            throw e;
        }
    }

    @Override
    public RecordedSession open(Session session, List<Index> indices) {
        return connections.read((connection, pages) -> new Cancellation(cancelled)
                .during(
                        connection,
                        found -> new SessionReader(session, indices, needs, facts.tables(), cancelled)
                                .read(found, pages)));
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
