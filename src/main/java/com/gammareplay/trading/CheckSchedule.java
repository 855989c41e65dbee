package com.gammareplay.trading;

import com.gammareplay.bot.EntryCheck;
import com.gammareplay.calendar.TickSchedule;

/**
 * The ticks between which a check waits for its peak snapshot (replay rules, sections 2 and 3).
 *
 * @param first tick at which it may be evaluated
 * @param last tick at which it is given up
 */
record CheckSchedule(EntryCheck check, long first, long last) {

    /** A check that rule 1 refuses: it falls at once. */
    static CheckSchedule refused(EntryCheck check, TickSchedule ticks) {
        var tick = ticks.firstAtOrAfter(check.instant());
        return new CheckSchedule(check, tick, tick);
    }

    /**
     * A check that waits for a snapshot. Where no tick falls between check time and deadline the last tick is before
     * the first: the check is given up there, since no later tick can save it.
     */
    static CheckSchedule waiting(EntryCheck check, int window, TickSchedule ticks) {
        return new CheckSchedule(
                check, ticks.firstAtOrAfter(check.instant()), ticks.lastBeforeClose(check.instant() + window));
    }

    /** The tick from which the check must be looked at. */
    long due() {
        return Math.min(first, last);
    }

    boolean isDue(long now) {
        return now >= due();
    }

    /** True at a tick at which it may be evaluated. */
    boolean isOpen(long now) {
        return now >= first && now <= last;
    }

    /** True at its last tick. */
    boolean isLast(long now) {
        return now >= last;
    }
}
