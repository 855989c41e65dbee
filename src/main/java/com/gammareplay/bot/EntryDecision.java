package com.gammareplay.bot;

import java.util.List;

/** What the bot wants to do at a check, and what it compared to find it. */
public sealed interface EntryDecision {

    Evidence evidence();

    /** What could not be compared. */
    Unseen unseen();

    /** Nothing. */
    record Skip(SkipReason reason, Unseen unseen, Evidence evidence) implements EntryDecision {

        Skip(SkipReason reason, Evidence evidence) {
            this(reason, Unseen.NOTHING, evidence);
        }
    }

    /**
     * Sell a plan, if it can be filled.
     *
     * @param quotes of the plan's legs, in their order
     * @param pin in points, as recorded or computed
     * @param price index price rounded to points, as the rules compare it
     */
    record Enter(
            TradePlan plan,
            int contracts,
            List<LegQuote> quotes,
            PeakSnapshot snapshot,
            double pin,
            int price,
            double vix,
            Unseen unseen,
            Evidence evidence)
            implements EntryDecision {}
}
