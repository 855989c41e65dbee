package com.gammareplay.live;

import com.gammareplay.bot.StrategyParameters;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How the market is polled (replay rules, section 9). Seconds, unless said otherwise.
 *
 * @param pollLead from the beginning of a poll for quotes to its tick
 * @param snapshotLead from the beginning of a poll for a snapshot to its check time
 * @param snapshotBefore how long before a check time its snapshot may be
 * @param snapshotWindow how long after a check time a snapshot is tried for
 * @param tickLate how late a tick may be decided
 * @param checkTimes at which snapshots are wanted, New York
 */
public record PollSettings(
        int pollLead,
        int snapshotLead,
        int snapshotBefore,
        int snapshotWindow,
        int tickLate,
        Collection<LocalTime> checkTimes) {

    private static final int POLL_LEAD = 3;
    private static final int SNAPSHOT_LEAD = 15;
    private static final int TICK_LATE = 10;
    private static final LocalTime FIRST = LocalTime.of(9, 36);
    private static final LocalTime LAST = LocalTime.of(15, 0);

    public PollSettings {
        checkTimes = List.copyOf(checkTimes);
    }

    /** Those of a session that trades: snapshots at its check times, and at the recorder's, whose VIX its exits need. */
    public static PollSettings of(StrategyParameters parameters) {
        var times = new TreeSet<>(parameters.schedule().entryTimes());
        times.addAll(recorderTimes());
        return of(parameters.data().snapshotBefore(), parameters.data().snapshotWindow(), times);
    }

    /** Those of a recorder. */
    public static PollSettings ofRecorder(int snapshotWindow) {
        return of(SNAPSHOT_LEAD, snapshotWindow, recorderTimes());
    }

    private static PollSettings of(int snapshotBefore, int snapshotWindow, Collection<LocalTime> times) {
        return new PollSettings(POLL_LEAD, SNAPSHOT_LEAD, snapshotBefore, snapshotWindow, TICK_LATE, times);
    }

    /** How long before its check time a snapshot may be so that no other is wanted. */
    int freshSnapshot() {
        return Math.min(snapshotLead, snapshotBefore);
    }

    /** 09:36, then each half hour from 10:00 to 15:00. */
    private static List<LocalTime> recorderTimes() {
        var halfHours = Stream.iterate(LocalTime.of(10, 0), time -> !time.isAfter(LAST), time -> time.plusMinutes(30));
        return Stream.concat(Stream.of(FIRST), halfHours).toList();
    }
}
