package com.gammareplay.marketdata.synthetic;

import com.gammareplay.marketdata.synthetic.DayPlan.Headline;
import com.gammareplay.model.Session;
import java.time.LocalTime;

/** Plans of any number of days, drawn from a seed: most are calm, some go one way, a few are wild. */
public final class DayPlans {

    private static final double USUAL_VIX = 16;
    private static final double LOWEST_VIX = 12;
    private static final double HIGHEST_VIX = 22;

    private final long seed;
    private double vix = USUAL_VIX;

    public DayPlans(long seed) {
        this.seed = seed;
    }

    /** The plan of the session that follows the one before. */
    public DayPlan next(Session session) {
        var dice = Dice.of(seed, session.date(), "plan");
        vix = bounded(vix + 0.2 * (USUAL_VIX - vix) + 1.1 * dice.gaussian());
        var gap = 0.003 * dice.gaussian();
        var wallOffset = 0.0012 * dice.gaussian();
        var plan = DayPlan.of(session, regime(dice), vix, gap, wallOffset);
        plan = dice.chance(0.3) ? plan.withHeadlines(headline(dice)) : plan;
        return dice.chance(0.1) ? withOutage(plan, dice) : plan;
    }

    private static Regime regime(Dice dice) {
        if (dice.chance(0.6)) {
            return Regime.calm();
        }
        return dice.chance(0.3) ? Regime.wild() : Regime.trending(0.006 * dice.gaussian());
    }

    private static Headline headline(Dice dice) {
        var size = dice.between(0.002, 0.005);
        return new Headline(LocalTime.of(10 + dice.below(5), dice.below(60)), dice.chance(0.5) ? size : -size);
    }

    private static DayPlan withOutage(DayPlan plan, Dice dice) {
        var from = LocalTime.of(10 + dice.below(3), dice.below(60));
        return plan.withOutage(from, from.plusMinutes(3 + dice.below(8)));
    }

    private static double bounded(double vix) {
        return Math.max(LOWEST_VIX, Math.min(HIGHEST_VIX, vix));
    }
}
