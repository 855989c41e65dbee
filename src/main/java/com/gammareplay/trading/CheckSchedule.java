package com.gammareplay.trading;

import com.gammareplay.bot.EntryCheck;
import com.gammareplay.calendar.TickSchedule;

/**
 * The ticks between which a check waits for its peak snapshot (replay rules, sections 2 and 3).
 *
 * @param first tick at which it may be evaluated
 * @param last tick at which it is given up
 * @param deadline instant up to which a tick may evaluate it
 */
record CheckSchedule(EntryCheck check, long first, long last, long deadline) {

    /** A check that rule 1 refuses: it falls at once. */
    static CheckSchedule refused(EntryCheck check, TickSchedule ticks) {
        var tick = ticks.firstAtOrAfter(check.instant());
        return new CheckSchedule(check, tick, tick, check.instant());
    }

    /**
     * A check that waits for a snapshot. Where no tick falls between check time and deadline the last tick is before
     * the first: the check is given up there, since no later tick can save it. Where the deadline is before the open the
     * only tick is the open, which comes too late.
     */
    static CheckSchedule waiting(EntryCheck check, int window, TickSchedule ticks) {
        var deadline = check.instant() + window;
        return new CheckSchedule(
                check, ticks.firstAtOrAfter(check.instant()), ticks.lastBeforeClose(deadline), deadline);
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
        return now >= first && now <= last && now <= deadline;
    }

    /** True at its last tick. */
    boolean isLast(long now) {
        return now >= last;
    }
}
