package com.gammareplay.marketdata.synthetic;

import com.gammareplay.marketdata.RecordingSink;
import com.gammareplay.model.Index;

/** A made-up market that goes on from day to day: the same seed and plans give the same recording. Not thread-safe. */
public final class SyntheticMarket {

    private static final int LONGEST_LAG = 3;

    private final long seed;
    private PerIndex<Double> levels = new PerIndex<>(6_702.0, 24_860.0);

    public SyntheticMarket(long seed) {
        this.seed = seed;
    }

    /** Lives through a day, which must come after the one before, and records both indices. */
    public void record(DayPlan plan, RecordingSink sink) {
        var day = day(plan);
        record(
                plan,
                PerIndex.each(index -> new IndexRecorder(index, day.of(index), dice(plan, "quotes " + index), sink)));
    }

    /** Lives through a day, which must come after the one before. */
    PerIndex<IndexMarket> day(DayPlan plan) {
        var last = levels;
        var opens = PerIndex.each(index -> last.of(index) * (1 + plan.gap()));
        var interests = PerIndex.each(index -> interest(plan, index, opens.of(index)));
        var walls = PerIndex.each(index -> (double) interests.of(index).wall());
        var path = new MarketPath(plan, opens, walls, dice(plan, "path"));
        levels = PerIndex.each(index -> path.price(index, plan.session().close()));
        return PerIndex.each(index -> new IndexMarket(index, plan.session(), path, interests.of(index)));
    }

    private OpenInterest interest(DayPlan plan, Index index, double open) {
        var wall = open * (1 + plan.wallOffset());
        return new OpenInterest(
                index, open, wall, dice(plan, "interest " + index).seed());
    }

    /** The recorder asks for SPX first and for NDX when it has the answer. */
    private void record(DayPlan plan, PerIndex<IndexRecorder> recorders) {
        var lags = dice(plan, "lags");
        for (var pass : PassTimes.of(plan, dice(plan, "passes"))) {
            recorders.spx().pass(pass.instant(), pass.snapshot());
            recorders.ndx().pass(pass.instant() + lags.below(LONGEST_LAG + 1), pass.snapshot());
        }
    }

    private Dice dice(DayPlan plan, String purpose) {
        return Dice.of(seed, plan.session().date(), purpose);
    }
}
