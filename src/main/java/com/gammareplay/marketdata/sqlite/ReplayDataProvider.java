package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.marketdata.Recording;
import com.gammareplay.model.Index;
import com.gammareplay.model.Session;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Answers from a recording in SQLite: each session is read once, into arrays. */
final class ReplayDataProvider implements Recording {

    private final DataNeeds needs;
    private final BooleanSupplier cancelled;
    private final RecordingConnections connections;
    private final Tables tables;

    ReplayDataProvider(RecordingFile file, DataNeeds needs, BooleanSupplier cancelled) {
        this.needs = needs;
        this.cancelled = cancelled;
        connections = new RecordingConnections(file);
        try {
            tables = connections.read(Tables::of);
        } catch (RuntimeException e) {
            connections.close();
            throw e;
        }
    }

    @Override
    public RecordedSession open(Session session, List<Index> indices) {
        return connections.read(connection -> new Cancellation(cancelled)
                .during(
                        connection,
                        found -> new SessionReader(session, indices, needs, tables, cancelled).read(found)));
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
        connections.close();
    }
}
