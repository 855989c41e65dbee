package com.gammareplay.marketdata.synthetic;

import java.time.LocalDate;
import java.util.SplittableRandom;

/** Reproducible randomness: one stream for each purpose, so that one does not disturb another. */
final class Dice {

    private final SplittableRandom random;

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    /** The stream of a seed for a purpose on a day. */
    static Dice of(long seed, LocalDate day, String purpose) {
        return new Dice(new SplittableRandom(mixed(mixed(seed) ^ day.toEpochDay()) ^ purpose.hashCode()));
    }

    /** The stream of a seed for one of many like things. */
    static Dice of(long seed, long item) {
        return new Dice(new SplittableRandom(mixed(seed) ^ item));
    }

    /** Finalizer of SplitMix64: nearby numbers get unrelated streams. */
    private static long mixed(long value) {
        var first = (value + 0x9e3779b97f4a7c15L) * 0xbf58476d1ce4e5b9L;
        var second = (first ^ (first >>> 27)) * 0x94d049bb133111ebL;
        return second ^ (second >>> 31);
    }

    /** From 0 to a bound, without it. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** A seed for streams that belong to this one. */
    long seed() {
        return random.nextLong();
    }

    /** Normally distributed, by Box and Muller: the JDK may change its own method, and with it every recording. */
    double gaussian() {
        var radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }
}
