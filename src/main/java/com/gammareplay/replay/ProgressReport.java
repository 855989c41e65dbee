package com.gammareplay.replay;

import com.gammareplay.model.Session;
import com.gammareplay.replay.ReplayListener.Progress;
import com.gammareplay.trading.StateManager;
import java.util.List;

/** Tells a listener how far a run is. */
final class ProgressReport {

    private final List<Session> sessions;
    private final long ticksTotal;
    private final StateManager state;
    private final ReplayListener listener;
    private int sessionsDone;
    private long ticksDone;

    /**
     * A run that has not begun.
     *
     * @param sessions all of the range, those left out among them
     */
    ProgressReport(List<Session> sessions, long ticksTotal, StateManager state, ReplayListener listener) {
        this.sessions = sessions;
        this.ticksTotal = ticksTotal;
        this.state = state;
        this.listener = listener;
    }

    void begin(Session session) {
        tell(session, 0);
    }

    /** Tells that some ticks of the present session are done. */
    void ticks(int done) {
        tell(sessions.get(sessionsDone), done);
    }

    void end(int ticks) {
        sessionsDone++;
        ticksDone += ticks;
    }

    void finished() {
        if (!sessions.isEmpty()) {
            tell(sessions.getLast(), 0);
        }
    }

    private void tell(Session session, int ticksOfSession) {
        listener.progress(new Progress(
                sessionsDone,
                sessions.size(),
                ticksDone + ticksOfSession,
                ticksTotal,
                session,
                state.closedTrades(),
                state.balance() - state.startingBalance()));
    }
}
