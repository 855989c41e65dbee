package com.gammareplay.jobs;

import java.time.Duration;
import java.time.Instant;

/**
 * How often a replay that runs says how far it is. It waits while that is written, so on a slow disk it says so rarely. Used
 * by one thread.
 */
final class Pace {

    static final Duration LEAST_PAUSE = Duration.ofMillis(250);
    /** Times what it took the last time: from then on it takes at most a twentieth of the replay. */
    static final int PAUSES = 19;

    private Instant due = Instant.MIN;

    boolean isDue(Instant now) {
        return !now.isBefore(due);
    }

    void done(Instant began, Instant ended) {
        var pause = Duration.between(began, ended).multipliedBy(PAUSES);
        due = ended.plus(pause.compareTo(LEAST_PAUSE) > 0 ? pause : LEAST_PAUSE);
    }
}
