package com.gammareplay.jobs;

import com.gammareplay.replay.ReplayListener.Progress;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How far a job was when its row was last written.
 *
 * @param session date of the session being replayed
 * @param pnl realised so far, in cents
 * @param progressAt when this was known
 */
public record JobProgress(
        int sessionsDone,
        int sessionsTotal,
        long ticksDone,
        long ticksTotal,
        String session,
        int trades,
        long pnl,
        Instant progressAt) {

    /** What a replay has just told. */
    public static JobProgress of(Progress progress, Instant now) {
        return new JobProgress(
                progress.sessionsDone(),
                progress.sessionsTotal(),
                progress.ticksDone(),
                progress.ticksTotal(),
                progress.session().date().toString(),
                progress.trades(),
                progress.pnl(),
                now);
    }

    /** Share of the ticks done, 0 to 1. */
    public double fraction() {
        return ticksTotal == 0 ? 1 : (double) ticksDone / ticksTotal;
    }

    /** The session being replayed. */
    public LocalDate date() {
        return LocalDate.parse(session);
    }
}
