package com.gammareplay.replay.sweep;

import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.marketdata.Recording;
import com.gammareplay.marketdata.SessionRange;
import com.gammareplay.marketdata.Shortcoming;
import com.gammareplay.model.Index;
import com.gammareplay.model.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** Keeps every session that was loaded once. */
final class LoadedCatalog extends ForwardingCatalog {

    private final Map<List<?>, RecordedSession> loaded = new ConcurrentHashMap<>();

    LoadedCatalog(DatasetCatalog behind) {
        super(behind);
    }

    @Override
    public Recording open(String name, DataNeeds needs, BooleanSupplier cancelled) {
        var recording = super.open(name, needs, cancelled);
        return new Recording() {
            @Override
            public RecordedSession open(Session session, List<Index> indices) {
                return loaded.computeIfAbsent(
                                List.of(name, needs, session, indices), _ -> recording.open(session, indices))
                        .fork();
            }

            @Override
            public void distrust() {}

            @Override
            public boolean prepare(Session session) {
                return recording.prepare(session);
            }

            @Override
            public List<Index> indices() {
                return recording.indices();
            }

            @Override
            public Optional<SessionRange> sessions() {
                return recording.sessions();
            }

            @Override
            public boolean isSynthetic() {
                return recording.isSynthetic();
            }

            @Override
            public List<Shortcoming> shortcomings() {
                return recording.shortcomings();
            }

            @Override
            public void close() {
                recording.close();
            }
        };
    }
}
