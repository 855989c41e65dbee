package com.gammareplay.replay.sweep;

import com.gammareplay.calendar.TickSchedule;
import com.gammareplay.model.Session;
import com.gammareplay.replay.ReplayListener;
import com.gammareplay.replay.ReplayListener.Progress;

/**
 * Tells a listener how far a sweep is. A session counts once for each combination that replays it, with the ticks of the
 * base; trades and P&L are left out, for there is no one account.
 */
final class SweepProgress {

    private final ReplayListener listener;
    private final int step;
    private final int sessionsTotal;
    private final long ticksTotal;
    private int sessionsDone;
    private long ticksDone;

    SweepProgress(ReplayListener listener, int step, Workload total) {
        this.listener = listener;
        this.step = step;
        this.sessionsTotal = total.sessions();
        this.ticksTotal = total.ticks();
    }

    void at(Session session) {
        listener.progress(new Progress(sessionsDone, sessionsTotal, ticksDone, ticksTotal, session, 0, 0));
    }

    void done(Session session, int combinations) {
        sessionsDone += combinations;
        ticksDone += (long) combinations * new TickSchedule(session, step).size();
        at(session);
    }

    /** Counts what an earlier attempt has done. */
    void skip(Workload done) {
        sessionsDone += done.sessions();
        ticksDone += done.ticks();
    }
}
