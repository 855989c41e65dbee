package com.gammareplay.replay.coverage;

import com.gammareplay.bot.MarketView;
import com.gammareplay.bot.StrategyParameters;
import com.gammareplay.calendar.NewYork;
import com.gammareplay.calendar.TickSchedule;
import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.model.GexSource;
import com.gammareplay.model.Index;
import com.gammareplay.model.Session;
import java.time.LocalTime;
import java.util.List;

/**
 * The peak snapshots around a check time, as instants; {@code MarketView.NONE} where there is none.
 *
 * @param snapshot the one that the check uses (replay rules, section 3)
 * @param before the newest one not after the check time
 * @param after the first one after it
 * @param wanted the least {@code snapshotBefore} that finds one, {@link #NEVER} if none does
 */
public record CheckCoverage(LocalTime time, long instant, long snapshot, long before, long after, long wanted) {

    static final long NEVER = Long.MAX_VALUE;

    /** The checks of a session before its close. */
    static List<CheckCoverage> of(
            RecordedSession market, Index index, Session session, TickSchedule ticks, StrategyParameters parameters) {
        return parameters.schedule().entryTimes().stream()
                .filter(time -> NewYork.epochSecond(session.date(), time) < session.close())
                .map(time -> of(
                        time,
                        NewYork.epochSecond(session.date(), time),
                        ticks,
                        parameters.data(),
                        new Peaks(market, index)))
                .toList();
    }

    private record Peaks(RecordedSession market, Index index) {

        long before(long instant) {
            return market.peaksBefore(index, GexSource.RECORDED, instant);
        }

        long after(long instant) {
            return market.peaksAfter(index, GexSource.RECORDED, instant);
        }
    }

    private static CheckCoverage of(
            LocalTime time, long instant, TickSchedule ticks, StrategyParameters.Data data, Peaks peaks) {
        var first = ticks.firstAtOrAfter(instant);
        var last = ticks.lastBeforeClose(instant + data.snapshotWindow());
        var newest = first > last ? MarketView.NONE : peaks.before(last);
        var wanted = newest == MarketView.NONE ? NEVER : Math.max(0, instant - newest);
        var snapshot = MarketView.NONE;
        for (var tick = first; snapshot == MarketView.NONE && tick <= last; tick = ticks.firstAtOrAfter(tick + 1)) {
            var found = peaks.before(tick);
            snapshot = found >= instant - data.snapshotBefore() ? found : MarketView.NONE;
        }
        return new CheckCoverage(time, instant, snapshot, peaks.before(instant), peaks.after(instant), wanted);
    }

    /** Whether there is a snapshot at or before the check time. */
    public boolean isAfterAny() {
        return before != MarketView.NONE;
    }

    /** Whether there is a snapshot after the check time. */
    public boolean isBeforeAny() {
        return after != MarketView.NONE;
    }

    /** Whether the check finds a snapshot. */
    public boolean isFound() {
        return snapshot != MarketView.NONE;
    }
}
