package com.gammareplay.replay.sweep;

import com.gammareplay.statistics.SplitMix64;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Combinations drawn at random, each at most once. The same seed gives the same ones in the same order. */
public final class Samples extends Combinations {

    private final long seed;
    private final List<List<Long>> drawn;

    private Samples(List<Axis> axes, long seed, List<List<Long>> drawn) {
        super(axes);
        this.seed = seed;
        this.drawn = drawn;
    }

    /** Draws a number of combinations, which must not be more than there are. */
    public static Samples draw(List<Axis> axes, int count, long seed) {
        var dice = new SplitMix64(seed);
        var seen = new HashSet<List<Long>>();
        var drawn = new ArrayList<List<Long>>();
        while (drawn.size() < count) {
            var places = axes.stream().map(axis -> dice.below(axis.size())).toList();
            if (seen.add(places)) {
                drawn.add(places);
            }
        }
        return new Samples(axes, seed, drawn);
    }

    @Override
    public int size() {
        return drawn.size();
    }

    @Override
    public long place(int combination, int axis) {
        return drawn.get(combination).get(axis);
    }

    public long seed() {
        return seed;
    }
}
