package com.gammareplay.statistics;

/** Random numbers that depend on nothing but a seed, not even on the JDK: SplitMix64 (Steele et al., OOPSLA 2014). */
public final class SplitMix64 {

    private static final long GAMMA = 0x9e3779b97f4a7c15L;

    private long state;

    public SplitMix64(long seed) {
        state = seed;
    }

    /** A number from 0 to one less than a bound. */
    public long below(long bound) {
        long bits;
        long number;
        do { // numbers of an incomplete last round would make the first ones likelier
            bits = next() >>> 1;
            number = bits % bound;
        } while (bits - number + (bound - 1) < 0);
        return number;
    }

    private long next() {
        state += GAMMA;
        var mixed = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
