package com.gammareplay.replay;

import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.marketdata.Recording;
import com.gammareplay.marketdata.SessionRange;
import com.gammareplay.marketdata.Shortcoming;
import com.gammareplay.model.Index;
import com.gammareplay.model.Session;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A recording of which only is asked what it is. */
record FakeRecording(boolean isSynthetic, List<Shortcoming> shortcomings) implements Recording {

    @Override
    public RecordedSession open(Session session, List<Index> indices) {
        throw new UnsupportedOperationException("nothing is recorded of " + session.date());
    }

    @Override
    public void distrust() {}

    @Override
    public boolean prepare(Session session) {
        throw new UnsupportedOperationException("nothing is recorded of " + session.date());
    }

    @Override
    public List<Index> indices() {
        return List.of(Index.SPX);
    }

    @Override
    public Optional<SessionRange> sessions() {
        return Optional.of(new SessionRange(LocalDate.of(2025, 11, 24), LocalDate.of(2025, 12, 1)));
    }

    @Override
    public void close() {}
}
