package com.gammareplay.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The combinations of parameters that were tried on some data, and what is to be expected of the best of so many: the
 * deflated Sharpe ratio of Bailey and López de Prado (2014).
 *
 * @param combinations how many
 * @param ratios how many of them have a Sharpe ratio of sessions
 * @param sum of these ratios
 * @param squares sum of their squares
 */
public record Trials(long combinations, long ratios, double sum, double squares) {

    /** Sessions of a year, as in the Sharpe ratio. */
    private static final double SESSIONS_PER_YEAR = 252;

    /** Euler's constant. */
    private static final double GAMMA = 0.5772156649015329;

    /** What is smaller is a 0 that was rounded. */
    private static final double LEAST_ERROR = 1e-9;

    /** Of ratios that are all the same, the two terms of the variance differ by their rounding: by less than this share. */
    private static final double LEAST_VARIANCE = 1e-9;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** One combination, with its ratio if it has one. */
    public static Trials one(@Nullable SessionSharpe sharpe) {
        return sharpe == null
                ? new Trials(1, 0, 0, 0)
                : new Trials(1, 1, sharpe.ratio(), sharpe.ratio() * sharpe.ratio());
    }

    /** The same, but not fewer combinations than are known from elsewhere. */
    public Trials atLeast(long known) {
        return new Trials(Math.max(combinations, known), ratios, sum, squares);
    }

    /** The Sharpe ratio, of a year, of the best of them if none were worth anything; of one alone it is 0. */
    public Figure sharpeByChance() {
        return switch (ratioByChance()) {
            case Figure.Value(var ratio) -> Figure.of(ratio * Math.sqrt(SESSIONS_PER_YEAR));
            case Figure.Missing missing -> missing;
        };
    }

    private Figure ratioByChance() {
        if (combinations <= 1) {
            return Figure.of(0);
        }
        if (ratios < 2) {
            return Figure.missing("fewer than two of the combinations tried have a known Sharpe ratio");
        }
        var variance = (squares - sum * sum / ratios) / (ratios - 1);
        if (variance < LEAST_VARIANCE * squares / ratios) {
            return Figure.of(0);
        }
        return Figure.of(Math.sqrt(variance)
                * ((1 - GAMMA) * NORMAL.inverseSurvivalProbability(1.0 / combinations)
                        + GAMMA * NORMAL.inverseSurvivalProbability(1 / (combinations * Math.E))));
    }

    /** The probability that one of them is better than the best of so many would be by chance. */
    public Figure deflated(@Nullable SessionSharpe sharpe) {
        if (sharpe == null) {
            return Figure.missing("no Sharpe ratio");
        }
        return switch (ratioByChance()) {
            case Figure.Value(var chance) -> deflated(sharpe, chance);
            case Figure.Missing missing -> missing;
        };
    }

    private static Figure deflated(SessionSharpe one, double chance) {
        var ratio = one.ratio();
        var error = 1 - one.skewness() * ratio + (one.kurtosis() - 1) / 4 * ratio * ratio;
        return error < LEAST_ERROR
                ? Figure.missing("the returns are too few and too alike to have an error")
                : Figure.of(NORMAL.cumulativeProbability((ratio - chance) * Math.sqrt((one.sessions() - 1) / error)));
    }
}
