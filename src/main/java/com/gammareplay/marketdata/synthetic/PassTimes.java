package com.gammareplay.marketdata.synthetic;

import com.gammareplay.calendar.NewYork;
import com.gammareplay.model.Session;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** When the recorder reads the market: it sleeps 30 s after each pass, so its passes drift off any grid. */
final class PassTimes {

    private static final LocalTime FIRST_CHECK = LocalTime.of(9, 36);
    private static final LocalTime FIRST_HALF_HOUR = LocalTime.of(10, 0);
    private static final LocalTime LAST_CHECK = LocalTime.of(15, 0);
    private static final int START = 270;
    private static final int SLEEP = 30;
    private static final int LONGEST_WORK = 3;
    /** The last pass of a session still ends in it. */
    private static final int SPARE = 5;

    private final DayPlan plan;
    private final Dice dice;

    /**
     * A time at which the recorder reads the market.
     *
     * @param instant epoch second
     * @param snapshot whether it reads the whole chain too
     */
    record Pass(long instant, boolean snapshot) {}

    private PassTimes(DayPlan plan, Dice dice) {
        this.plan = plan;
        this.dice = dice;
    }

    static List<Pass> of(DayPlan plan, Dice dice) {
        return new PassTimes(plan, dice).passes();
    }

    private List<Pass> passes() {
        var instants = instants();
        var snapshots = new boolean[instants.size()];
        checks(plan.session()).forEach(check -> mark(check, instants, snapshots));
        var passes = new ArrayList<Pass>();
        for (var i = 0; i < snapshots.length; i++) {
            if (plan.outage(NewYork.time(instants.get(i))).isEmpty()) {
                passes.add(new Pass(instants.get(i), snapshots[i]));
            }
        }
        return List.copyOf(passes);
    }

    private List<Long> instants() {
        var instants = new ArrayList<Long>();
        var instant = plan.session().open() + START + dice.below(SLEEP / 2);
        while (instant < plan.session().close() - SPARE) {
            instants.add(instant);
            instant += SLEEP + dice.below(LONGEST_WORK + 1);
        }
        return instants;
    }

    /** Three snapshots about a minute apart: the pass nearest to the check, and the second one before and after it. */
    private void mark(LocalTime check, List<Long> instants, boolean[] snapshots) {
        if (plan.missedChecks().contains(check)) {
            return;
        }
        var nearest = nearest(NewYork.epochSecond(plan.session().date(), check), instants);
        for (var i = Math.max(0, nearest - 2); i < snapshots.length && i <= nearest + 2; i += 2) {
            snapshots[i] = true;
        }
    }

    private static int nearest(long target, List<Long> instants) {
        var best = 0;
        for (var i = 1; i < instants.size(); i++) {
            if (Math.abs(instants.get(i) - target) < Math.abs(instants.get(best) - target)) {
                best = i;
            }
        }
        return best;
    }

    private static List<LocalTime> checks(Session session) {
        var halfHours =
                Stream.iterate(FIRST_HALF_HOUR, time -> !time.isAfter(LAST_CHECK), time -> time.plusMinutes(30));
        return Stream.concat(Stream.of(FIRST_CHECK), halfHours)
                .filter(time -> NewYork.epochSecond(session.date(), time) < session.close())
                .toList();
    }
}
