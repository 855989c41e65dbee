package com.gammareplay.replay;

import com.gammareplay.calendar.TickSchedule;

/** Leads a session from tick to tick: at once where it is past, in its time where it is live. Time only goes forward. */
public interface TimeManager {

    /** Whether there is another tick; waits for it where it is yet to come. */
    boolean hasNext();

    /** Moves on to the next tick, in epoch seconds. */
    long advance();

    /** Each tick of a schedule, at once. */
    static TimeManager over(TickSchedule ticks) {
        return new TimeManager() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < ticks.size();
            }

            @Override
            public long advance() {
                return ticks.tick(next++);
            }
        };
    }
}
