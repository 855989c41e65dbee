package com.gammareplay.marketdata.synthetic;

import com.gammareplay.calendar.NewYork;
import com.gammareplay.model.Index;

/** Index levels and VIX of one day, second by second: diffusions drawn to their walls, moved together by one market. */
final class MarketPath {

    private static final double YEAR_SECONDS = 252 * 23_400.0;
    /** What options of the day imply, as a ratio of the VIX, which looks a month ahead. */
    private static final double IMPLIED_OF_VIX = 0.72;

    private static final double NDX_BETA = 1.3;
    private static final double CORRELATION = 0.85;
    /** Points by which the VIX rises when the SPX falls by all of its value. */
    private static final double VIX_LEVERAGE = 130;

    private static final double LOWEST_VIX = 11;

    private final DayPlan plan;
    private final double[] shocks;
    private final PerIndex<double[]> levels;
    private final double[] vix;

    /**
     * Draws a day.
     *
     * @param opens opening levels in points
     * @param walls levels to which prices are drawn, in points
     */
    MarketPath(DayPlan plan, PerIndex<Double> opens, PerIndex<Double> walls, Dice dice) {
        this.plan = plan;
        var seconds = (int) (plan.session().close() - plan.session().open()) + 1;
        this.shocks = gaussians(dice, seconds);
        this.levels = PerIndex.each(index -> path(index, opens.of(index), walls.of(index), dice));
        this.vix = vixPath(dice);
    }

    /** In points, at an epoch second of the session. */
    double price(Index index, long instant) {
        return levels.of(index)[second(instant)];
    }

    double vix(long instant) {
        return vix[second(instant)];
    }

    /** Volatility for a year that options at the money imply. */
    double implied(Index index, long instant) {
        var change = plan.regime().impliedChange() * second(instant) / (shocks.length - 1);
        return vix(instant) / 100 * IMPLIED_OF_VIX * (1 + change) * beta(index);
    }

    private int second(long instant) {
        return (int) (instant - plan.session().open());
    }

    private static double beta(Index index) {
        return switch (index) {
            case SPX -> 1;
            case NDX -> NDX_BETA;
        };
    }

    private double[] path(Index index, double open, double wall, Dice dice) {
        var noise = index == Index.SPX ? shocks : correlated(gaussians(dice, shocks.length));
        var regime = plan.regime();
        var deviation = plan.openingVix()
                / 100
                * IMPLIED_OF_VIX
                * beta(index)
                * regime.realised()
                * open
                / Math.sqrt(YEAR_SECONDS);
        var pull = StrictMath.log(2) / (regime.pullMinutes() * 60);
        var drift = regime.drift() * beta(index) * open / (shocks.length - 1);
        var path = new double[shocks.length];
        path[0] = open;
        var anchor = wall;
        for (var i = 1; i < path.length; i++) {
            var news = news(i) * beta(index) * open;
            anchor += drift + news;
            var step = pull * (anchor - path[i - 1]) + drift + news;
            path[i] = path[i - 1] + step + deviation * activity(i) * noise[i];
        }
        return path;
    }

    /** Prices move most after the open and least at noon. */
    private double activity(int second) {
        var fromNoon = 2.0 * second / (shocks.length - 1) - 1;
        return fromNoon < 0 ? 0.85 + 0.5 * fromNoon * fromNoon : 0.85 + 0.15 * fromNoon * fromNoon;
    }

    private double news(int second) {
        var instant = plan.session().open() + second;
        return plan.headlines().stream()
                .filter(news -> NewYork.epochSecond(plan.session().date(), news.time()) == instant)
                .mapToDouble(DayPlan.Headline::move)
                .sum();
    }

    private double[] vixPath(Dice dice) {
        var spx = levels.spx();
        var path = new double[spx.length];
        var noise = 0.0;
        for (var i = 0; i < path.length; i++) {
            noise += 0.002 * dice.gaussian() - noise / 1_800;
            var rise = plan.regime().vixRise() * i / (path.length - 1);
            var fall = (spx[0] - spx[i]) / spx[0] * VIX_LEVERAGE;
            path[i] = Math.max(LOWEST_VIX, plan.openingVix() + rise + fall + noise);
        }
        return path;
    }

    private double[] correlated(double[] own) {
        var noise = new double[own.length];
        var rest = Math.sqrt(1 - CORRELATION * CORRELATION);
        for (var i = 0; i < noise.length; i++) {
            noise[i] = CORRELATION * shocks[i] + rest * own[i];
        }
        return noise;
    }

    private static double[] gaussians(Dice dice, int count) {
        var numbers = new double[count];
        for (var i = 0; i < count; i++) {
            numbers[i] = dice.gaussian();
        }
        return numbers;
    }
}
