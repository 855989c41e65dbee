package com.gammareplay.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A seed that was written down must draw the same combinations, and the same sessions, in every later version. */
class SplitMix64Test {

    /** The first numbers of the published generator for this seed, without their last bits. */
    @Test
    void the_numbers_are_those_of_split_mix_64() {
        var dice = new SplitMix64(1_234_567);

        assertThat(LongStream.generate(() -> dice.below(Long.MAX_VALUE)).limit(5))
                .containsExactly(
                        Long.divideUnsigned(Long.parseUnsignedLong("6457827717110365317"), 2),
                        Long.divideUnsigned(Long.parseUnsignedLong("3203168211198807973"), 2),
                        Long.divideUnsigned(Long.parseUnsignedLong("9817491932198370423"), 2),
                        Long.divideUnsigned(Long.parseUnsignedLong("4593380528125082431"), 2),
                        Long.divideUnsigned(Long.parseUnsignedLong("16408922859458223821"), 2));
    }

    @Test
    void numbers_stay_below_their_bound_and_reach_all_below_it() {
        var dice = new SplitMix64(1);

        assertThat(LongStream.generate(() -> dice.below(3)).limit(100))
                .containsOnly(0L, 1L, 2L)
                .contains(0L, 1L, 2L);
    }
}
