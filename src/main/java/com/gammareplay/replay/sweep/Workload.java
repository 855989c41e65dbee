package com.gammareplay.replay.sweep;

import com.gammareplay.calendar.TickSchedule;
import com.gammareplay.model.Session;
import java.util.List;

/** How much is to be replayed, counted once for each combination that replays it. */
record Workload(int sessions, long ticks) {

    static final Workload NONE = new Workload(0, 0);

    /** A number of combinations on some sessions. */
    static Workload of(int combinations, List<Session> sessions, int step) {
        return new Workload(
                Math.multiplyExact(combinations, sessions.size()), combinations * TickSchedule.ticks(sessions, step));
    }

    Workload and(Workload other) {
        return new Workload(Math.addExact(sessions, other.sessions), ticks + other.ticks);
    }
}
