package com.gammareplay.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaitingJobsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void places_are_those_of_a_sorted_set(long seed) {
        var random = new SplittableRandom(seed);
        var waiting = new WaitingJobs();
        var expected = new TreeSet<Long>();
        var next = 1_000_000_000_000L;
        for (var step = 0; step < 3000; step++) {
            if (random.nextInt(10) < 4 && !expected.isEmpty()) {
                var gone = random.nextBoolean() ? expected.first() : expected.last();
                expected.remove(gone);
                waiting.remove(gone);
                waiting.remove(gone);
            } else {
                var back = random.nextInt(20) == 0;
                var sequence = back ? next - random.nextInt(1, 500) : (next += random.nextInt(1, 3000));
                expected.add(sequence);
                waiting.add(sequence);
            }
            assertThat(waiting.size()).isEqualTo(expected.size());
            if (!expected.isEmpty()) {
                assertThat(waiting.position(expected.last())).isEqualTo(expected.size());
                assertThat(waiting.position(expected.first())).isEqualTo(1);
            }
        }
    }
}
