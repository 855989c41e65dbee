package com.gammareplay.replay;

import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.model.Session;
import com.gammareplay.trading.Trade;
import java.util.List;

/** Hears how far a replay is, and may end it. Called on the thread of the replay. */
public interface ReplayListener {

    /**
     * How far a replay is.
     *
     * @param session the one being replayed
     * @param pnl realised so far, in cents
     */
    record Progress(
            int sessionsDone,
            int sessionsTotal,
            long ticksDone,
            long ticksTotal,
            Session session,
            int trades,
            long pnl) {

        /** Share of the ticks done, 0 to 1. */
        public double fraction() {
            return ticksTotal == 0 ? 1 : (double) ticksDone / ticksTotal;
        }
    }

    /** Called before the first and after each session, and now and then within one. */
    void progress(Progress progress);

    /** Called for each trade at the tick at which it is closed. */
    default void closed(Trade trade) {}

    /**
     * Called after each traded session, before the next one is begun.
     *
     * @param market may be forked and looked at again until this returns
     * @param trades closed in the session, in order of exit
     */
    default void traded(Session session, RecordedSession market, List<Trade> trades) {}

    /** Asked at each tick, and while data is read; once true the replay ends with a {@code CancellationException}. */
    boolean isCancelled();
}
