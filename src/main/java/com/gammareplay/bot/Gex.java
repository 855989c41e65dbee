package com.gammareplay.bot;

import com.gammareplay.model.Index;
import com.gammareplay.model.OptionChain;
import com.gammareplay.model.Right;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Gamma exposure of a chain, the pin that follows from it, and its polarity (bot rules, section 3). */
public final class Gex {

    private static final int PEAKS = 3;
    private static final double LEAST_SCORE_RATIO = 0.5;
    private static final double LEAST_DISTANCE_RATIO = 0.4;

    private final Index index;
    private final double price;
    private final List<Strike> strikes;

    private record Strike(double strike, double gex) {}

    /**
     * A strike that attracts the price.
     *
     * @param strike in points
     * @param gex net gamma exposure in dollars per unit move
     * @param score its pull: exposure over the fifth power of its relative distance
     */
    public record Peak(double strike, double gex, double score) {}

    /**
     * Which side of the market gamma leans to.
     *
     * @param gpi from -1, all exposure negative, to 1
     * @param magnitude mean absolute exposure of a strike
     */
    public record Polarity(double gpi, double magnitude) {}

    private Gex(Index index, double price, List<Strike> strikes) {
        this.index = index;
        this.price = price;
        this.strikes = strikes;
    }

    /** The exposures of a chain at an index price in points. Contracts without gamma or open interest do not count. */
    public static Gex of(Index index, double price, OptionChain chain) {
        var net = new LinkedHashMap<Double, Double>();
        for (var entry : chain.entries()) {
            if (entry.gamma() != 0 && entry.openInterest() != 0) {
                var gex = entry.gamma() * entry.openInterest() * 100 * (price * price);
                net.merge(entry.strike(), entry.right() == Right.CALL ? gex : -gex, Double::sum);
            }
        }
        var strikes = new ArrayList<Strike>(net.size());
        net.forEach((strike, gex) -> strikes.add(new Strike(strike, gex)));
        return new Gex(index, price, List.copyOf(strikes));
    }

    /** Notes down how far from the price the nearest positive strike lies, and how far one may lie to be a peak. */
    void note(Evidence evidence) {
        var nearest = strikes.stream()
                .filter(strike -> strike.gex() > 0)
                .mapToDouble(strike -> Math.abs(strike.strike() - price))
                .min();
        evidence.add("nearestPositiveGex", nearest.isPresent() ? nearest.getAsDouble() : null);
        evidence.add("peakWindow", index.peakWindow() * price).add("farLimit", index.farLimit());
    }

    /** The first three peaks, strongest first; the lower strike of two equally strong ones first. */
    public List<Peak> peaks() {
        var near = positiveWithin(index.peakWindow() * price);
        var candidates = near.isEmpty() ? positiveWithin(index.farLimit()) : near;
        return candidates.stream()
                .map(this::peak)
                .sorted(Comparator.comparingDouble(Peak::score).reversed().thenComparingDouble(Peak::strike))
                .limit(PEAKS)
                .toList();
    }

    private List<Strike> positiveWithin(double distance) {
        return strikes.stream()
                .filter(strike -> strike.gex() > 0 && Math.abs(strike.strike() - price) < distance)
                .toList();
    }

    private Peak peak(Strike strike) {
        var r = Math.abs(strike.strike() - price) / price;
        return new Peak(strike.strike(), strike.gex(), strike.gex() / (r * r * r * r * r + 1e-12));
    }

    /** True if the price stands between two peaks of like strength at like distance. */
    public boolean isCompeting() {
        return competing(peaks());
    }

    private boolean competing(List<Peak> peaks) {
        if (peaks.size() < 2) {
            return false;
        }
        var one = peaks.get(0);
        var two = peaks.get(1);
        var isBetween =
                (one.strike() < price && price < two.strike()) || (two.strike() < price && price < one.strike());
        return ratio(one.score(), two.score()) > LEAST_SCORE_RATIO
                && isBetween
                && ratio(Math.abs(one.strike() - price), Math.abs(two.strike() - price)) > LEAST_DISTANCE_RATIO;
    }

    private static double ratio(double one, double other) {
        return Math.min(one, other) / Math.max(one, other);
    }

    /** The level to which the price is drawn, in points: the first peak, or the middle of two competing ones. */
    public OptionalDouble pin() {
        var peaks = peaks();
        if (peaks.isEmpty()) {
            return OptionalDouble.empty();
        }
        var first = peaks.getFirst().strike();
        return OptionalDouble.of(
                competing(peaks) ? index.roundToGrid((first + peaks.get(1).strike()) / 2) : first);
    }

    /** The polarity of the strikes near the price, empty if none of them has exposure. */
    public Optional<Polarity> polarity() {
        var positive = 0.0;
        var negative = 0.0;
        var count = 0;
        for (var strike : strikes) {
            if (Math.abs(strike.strike() - price) < index.peakWindow() * price) {
                count++;
                if (strike.gex() > 0) {
                    positive += strike.gex();
                } else {
                    negative += Math.abs(strike.gex());
                }
            }
        }
        var total = positive + negative;
        return total == 0 ? Optional.empty() : Optional.of(new Polarity((positive - negative) / total, total / count));
    }
}
