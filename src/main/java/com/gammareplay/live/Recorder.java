package com.gammareplay.live;

import com.gammareplay.calendar.TickSchedule;
import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.LiveRecording;
import com.gammareplay.model.Index;
import com.gammareplay.model.Session;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Records the market of sessions without trading: what a paper session of the same indices would see. */
public final class Recorder {

    private static final int STEP = 30;
    private static final int SNAPSHOT_WINDOW = 120;

    private final LiveCounts counts;

    /** A recorder that has not counted anything. */
    public Recorder() {
        this(new LiveCounts());
    }

    /** A recorder that counts on. */
    public Recorder(LiveCounts counts) {
        this.counts = counts;
    }

    /** What it got, and what it lacks. */
    public LiveCounts counts() {
        return counts;
    }

    /**
     * Records a session, from now or from where it was interrupted, until its close or until it is stopped.
     *
     * @param recording held by nobody else
     * @return whether the close was recorded
     * @throws DataException if the recording has rows of the future
     */
    public boolean record(
            Session session,
            List<Index> indices,
            LiveRecording recording,
            LiveTime time,
            Market market,
            BooleanSupplier stopped) {
        var last = recording.newest();
        PaperSession.requirePast(last, time.now());
        var ticks = new TickSchedule(session, STEP);
        var settings = PollSettings.ofRecorder(SNAPSHOT_WINDOW);
        var plan = PollPlan.of(session, ticks, indices, settings);
        var passes = new Passes(plan, time, market, recording, indices, counts);
        var live = new LiveTicks(ticks, settings.tickLate(), time, passes, last, stopped, counts);
        while (live.hasNext()) {
            last = live.advance();
        }
        return last >= session.close();
    }
}
