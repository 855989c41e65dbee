package com.gammareplay.bot;

import com.gammareplay.model.Session;
import java.util.function.Supplier;

/** Decides at a check whether to enter, and what (bot rules, section 5). */
public final class EntryRules {

    private final StrategyParameters parameters;
    private final Supplier<Evidence> evidence;

    /**
     * Rules that note down what they compare.
     *
     * @param evidence gives what a decision is noted down in
     */
    public EntryRules(StrategyParameters parameters, Supplier<Evidence> evidence) {
        this.parameters = parameters;
        this.evidence = evidence;
    }

    /** Rule 1: whether a check may lead to an entry at all. */
    public boolean isInsideWindow(EntryCheck check, Session session) {
        var schedule = parameters.schedule();
        return !check.time().isBefore(schedule.entryFrom())
                && check.time().isBefore(schedule.entryUntil())
                && check.instant() < session.close();
    }

    /** The decision for a check that rule 1 refuses. */
    public EntryDecision.Skip outsideWindow(EntryCheck check, Session session) {
        var schedule = parameters.schedule();
        return new EntryDecision.Skip(
                SkipReason.OUTSIDE_ENTRY_WINDOW,
                evidence.get()
                        .addTime("checkTime", check.time())
                        .addTime("entryFrom", schedule.entryFrom())
                        .addTime("entryUntil", schedule.entryUntil())
                        .addTime("close", session.close()));
    }

    /**
     * Rule 2: the decision for a check whose peak snapshot did not come in time.
     *
     * @param nearest the newest one up to its deadline, {@link MarketView#NONE} without one; later ones are not known yet
     */
    public EntryDecision.Skip noSnapshot(EntryCheck check, long nearest) {
        var data = parameters.data();
        var values = evidence.get()
                .addInstant("snapshotFrom", check.instant() - data.snapshotBefore())
                .addInstant("snapshotUntil", check.instant() + data.snapshotWindow());
        if (nearest == MarketView.NONE) {
            values.add("nearestSnapshot", null).add("nearestSnapshotAge", null);
        } else {
            values.addInstant("nearestSnapshot", nearest).add("nearestSnapshotAge", check.instant() - nearest);
        }
        return new EntryDecision.Skip(SkipReason.NO_GEX_SNAPSHOT, values);
    }

    /**
     * Rules 3 to 14 with a peak snapshot at hand, at the instant of the view.
     *
     * @param snapshot instant that {@link MarketView#newestPeaks} gave
     */
    public EntryDecision decide(
            EntryCheck check, Session session, long snapshot, MarketView view, AccountView account) {
        var peaks = view.peaks(parameters.data().gexSource(), snapshot);
        return new EntryEvaluation(parameters, check, session, peaks, view, account, evidence.get()).decide();
    }
}
