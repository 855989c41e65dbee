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
import java.util.NavigableSet;
import java.util.Queue;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * When the market is asked for what, at most one question of a kind for a tick and index: quotes shortly before each tick, a snapshot shortly before each check time and, if it
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
        var checks = checks(session, settings.checkTimes());
        for (var number = 0; number < ticks.size(); number++) {
            var tick = ticks.tick(number);
            var check = checks.floor(tick);
            var isChecked = check != null && tick <= check + settings.snapshotWindow();
            var since = isChecked ? check - settings.freshSnapshot() : EVER;
            for (var index : indices) {
                planned.add(new Planned(tick - settings.pollLead(), tick, Poll.Kind.QUOTES, index, EVER));
                planned.add(new Planned(tick - settings.snapshotLead(), tick, Poll.Kind.SNAPSHOT, index, since));
            }
        }
        planned.sort(Comparator.comparingLong(Planned::begin)
                .thenComparing(Planned::index)
                .thenComparing(Planned::kind));
        return new PollPlan(planned);
    }

    private static NavigableSet<Long> checks(Session session, Collection<LocalTime> times) {
        return times.stream()
                .map(time -> NewYork.epochSecond(session.date(), time))
                .filter(check -> check >= session.open() && check < session.close())
                .collect(Collectors.toCollection(TreeSet::new));
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
