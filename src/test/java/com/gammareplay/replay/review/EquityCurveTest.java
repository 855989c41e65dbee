package com.gammareplay.replay.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EquityCurveTest {

    private static EquityCurve curve(int points, List<EquityPoint> ticks) {
        var curve = new EquityCurve(points);
        ticks.forEach(curve::add);
        return curve;
    }

    private static List<EquityPoint> ticks(double... equities) {
        return IntStream.range(0, equities.length)
                .mapToObj(i -> new EquityPoint(i * 30L, i, equities[i]))
                .toList();
    }

    private static List<EquityPoint> walk(int ticks, long seed) {
        var random = new Random(seed);
        var walk = new ArrayList<EquityPoint>();
        var equity = 0L;
        for (var i = 0; i < ticks; i++) {
            equity += random.nextInt(21) - 10;
            walk.add(new EquityPoint(i, 0, equity));
        }
        return walk;
    }

    @Test
    void few_ticks_are_all_kept() {
        var few = ticks(1, 3, 2, 5);

        assertThat(curve(10, few).points()).isEqualTo(few);
        assertThat(curve(10, List.of()).points()).isEmpty();
    }

    /** Ten points are four stretches at most: of the 9 ticks here of 4, 4 and 1. */
    @Test
    void of_each_stretch_the_lowest_and_the_highest_are_kept_in_order_of_time() {
        var nine = ticks(5, 1, 9, 4, 7, 2, 3, 2, 6);

        assertThat(curve(10, nine).points())
                .extracting(EquityPoint::instant)
                .containsExactly(0L, 30L, 60L, 120L, 150L, 240L);
        assertThat(curve(10, nine).ticks()).isEqualTo(9);
    }

    @Test
    void of_equal_ticks_the_earliest_is_kept_and_the_last_of_all() {
        assertThat(curve(10, ticks(1, 1, 1, 1, 1, 1, 1, 1)).points())
                .extracting(EquityPoint::instant)
                .containsExactly(0L, 60L, 120L, 180L, 210L);
    }

    @ParameterizedTest
    @CsvSource({"10,1", "10,9", "10,10000", "11,777", "500,3124", "500,312400", "10000,5000", "6,100"})
    void there_are_never_too_many_and_never_far_too_few(int most, int ticks) {
        for (var seed = 0; seed < 5; seed++) {
            var points = curve(most, walk(ticks, seed)).points();

            assertThat(points).hasSizeLessThanOrEqualTo(most);
            assertThat(points).hasSizeGreaterThanOrEqualTo(Math.min(ticks, most / 4));
            assertThat(points).isSortedAccordingTo(Comparator.comparingLong(EquityPoint::instant));
            assertThat(new HashSet<>(points)).hasSameSizeAs(points);
        }
    }

    @ParameterizedTest
    @CsvSource({"10,9", "10,10000", "500,3124", "500,312400"})
    void the_ends_and_the_extremes_of_all_are_kept(int most, int ticks) {
        var byEquity = Comparator.comparingDouble(EquityPoint::equity);
        for (var seed = 0; seed < 5; seed++) {
            var walk = walk(ticks, seed);
            var ofWalk = new HashSet<>(walk);
            var lowest = Collections.min(walk, byEquity);
            var highest = Collections.max(walk, byEquity);

            assertThat(curve(most, walk).points())
                    .allMatch(ofWalk::contains)
                    .startsWith(walk.getFirst())
                    .endsWith(walk.getLast())
                    .contains(lowest)
                    .contains(highest);
        }
    }

    @Test
    void fewer_than_six_points_are_refused() {
        assertThatThrownBy(() -> new EquityCurve(5)).isInstanceOf(IllegalArgumentException.class);
    }
}
