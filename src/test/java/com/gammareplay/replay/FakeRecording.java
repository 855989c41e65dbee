package com.gammareplay.replay;

import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.marketdata.Recording;
import com.gammareplay.marketdata.Shortcoming;
import com.gammareplay.model.Index;
import com.gammareplay.model.Session;
import java.util.List;

/** A recording of which only is asked what it is. */
record FakeRecording(boolean isSynthetic, List<Shortcoming> shortcomings) implements Recording {

    @Override
    public RecordedSession open(Session session, List<Index> indices) {
        throw new UnsupportedOperationException("nothing is recorded of " + session.date());
    }

    @Override
    public boolean prepare(Session session) {
        throw new UnsupportedOperationException("nothing is recorded of " + session.date());
    }

    @Override
    public List<Index> indices() {
        return List.of(Index.SPX);
    }

    @Override
    public void close() {}
}
