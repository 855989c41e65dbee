package com.gammareplay.live;

import com.gammareplay.calendar.NewYork;
import com.gammareplay.calendar.TickSchedule;
import com.gammareplay.model.Index;
import com.gammareplay.model.Session;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.TreeSet;

/**
 * When the market is asked for what: quotes shortly before each tick, a snapshot shortly before each check time and, if it
 * fails, before the ticks after it while the check waits; before the first snapshot one before each tick.
 */
final class PollPlan {

    /** Any snapshot of the session makes it superfluous. */
    static final long EVER = Long.MIN_VALUE;

    private final Queue<Planned> planned;

    /**
     * A poll that may be made.
     *
     * @param since a snapshot since then makes it superfluous
     */
    record Planned(long begin, long tick, Poll.Kind kind, Index index, long since) {}

    private PollPlan(List<Planned> planned) {
        this.planned = new ArrayDeque<>(planned);
    }

    static PollPlan of(Session session, TickSchedule ticks, Collection<Index> indices, PollSettings settings) {
        var planned = new ArrayList<Planned>();
        for (var index : indices) {
            for (var number = 0; number < ticks.size(); number++) {
                var tick = ticks.tick(number);
                planned.add(new Planned(tick - settings.pollLead(), tick, Poll.Kind.QUOTES, index, EVER));
                planned.add(snapshot(tick, index, EVER, settings));
            }
            for (var check : checks(session, settings.checkTimes())) {
                var since = check - settings.snapshotLead();
                for (var tick = check; tick <= check + settings.snapshotWindow(); tick += ticks.step()) {
                    planned.add(snapshot(tick, index, since, settings));
                }
            }
        }
        planned.sort(Comparator.comparingLong(Planned::begin)
                .thenComparing(Planned::index)
                .thenComparing(Planned::kind)
                .thenComparingLong(Planned::since));
        return new PollPlan(planned);
    }

    private static Planned snapshot(long tick, Index index, long since, PollSettings settings) {
        return new Planned(tick - settings.snapshotLead(), tick, Poll.Kind.SNAPSHOT, index, since);
    }

    private static List<Long> checks(Session session, Collection<LocalTime> times) {
        return new TreeSet<>(times)
                .stream()
                        .map(time -> NewYork.epochSecond(session.date(), time))
                        .filter(instant -> instant >= session.open() && instant < session.close())
                        .toList();
    }

    /** When the next one is to be begun; a time that never comes if there is none. */
    Instant next() {
        var next = planned.peek();
        return next == null ? Instant.MAX : Instant.ofEpochSecond(next.begin());
    }

    /** Takes those that are to be begun by now, and whose ticks are still to come. */
    List<Planned> due(Instant now) {
        var due = new ArrayList<Planned>();
        while (!planned.isEmpty() && !next().isAfter(now)) {
            var poll = planned.remove();
            if (Instant.ofEpochSecond(poll.tick()).isAfter(now)) {
                due.add(poll);
            }
        }
        return due;
    }
}
