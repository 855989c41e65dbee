package com.gammareplay.calendar;

import com.gammareplay.model.Session;
import java.util.List;

/**
 * The instants of a session at which trading looks at the market: the open, then every step, and the close.
 *
 * <p>The close is a tick even if the step does not divide the session. Instants are epoch seconds.
 */
public record TickSchedule(long open, long close, int step) {

    public TickSchedule {
        if (step <= 0) {
            throw new IllegalArgumentException("step must be more than 0, was " + step);
        }
    }

    /** The ticks of a session, a number of seconds apart. */
    public TickSchedule(Session session, int step) {
        this(session.open(), session.close(), step);
    }

    /** Number of ticks of some sessions together. */
    public static long ticks(List<Session> sessions, int step) {
        return sessions.stream()
                .mapToLong(session -> new TickSchedule(session, step).size())
                .sum();
    }

    /** Number of ticks, open and close among them. */
    public int size() {
        return (int) ((close - open + step - 1) / step) + 1;
    }

    /** The instant of a tick, 0 being the open. */
    public long tick(int number) {
        return Math.min(open + (long) number * step, close);
    }

    /** The first tick at or after an instant; the close if there is none. */
    public long firstAtOrAfter(long instant) {
        if (instant <= open) {
            return open;
        }
        return Math.min(open + (instant - open + step - 1) / step * step, close);
    }

    /** The last tick before the close that is not after an instant; the open if there is none. */
    public long lastBeforeClose(long instant) {
        var latest = Math.min(instant, close - 1);
        return latest <= open ? open : open + (latest - open) / step * step;
    }
}
