package com.gammareplay.replay;

import com.gammareplay.calendar.TickSchedule;

/** Leads a session from tick to tick. Time only goes forward. */
final class TimeManager {

    private final TickSchedule ticks;
    private int next;

    TimeManager(TickSchedule ticks) {
        this.ticks = ticks;
    }

    boolean hasNext() {
        return next < ticks.size();
    }

    /** Moves on to the next tick, in epoch seconds. */
    long advance() {
        return ticks.tick(next++);
    }
}
