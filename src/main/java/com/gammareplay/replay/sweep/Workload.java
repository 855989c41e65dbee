package com.gammareplay.replay.sweep;

import com.gammareplay.calendar.TickSchedule;
import com.gammareplay.model.Session;
import java.util.List;

/** How much is to be replayed, counted once for each run that replays it. */
record Workload(int sessions, long ticks) {

    static final Workload NONE = new Workload(0, 0);

    /** A number of runs through some sessions. */
    static Workload of(int runs, List<Session> sessions, int step) {
        return new Workload(Math.multiplyExact(runs, sessions.size()), runs * TickSchedule.ticks(sessions, step));
    }

    Workload and(Workload other) {
        return new Workload(Math.addExact(sessions, other.sessions), ticks + other.ticks);
    }
}
