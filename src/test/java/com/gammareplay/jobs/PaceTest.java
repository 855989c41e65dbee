package com.gammareplay.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Instant BEGAN = Instant.parse("2026-03-02T12:00:00Z");

    private final Pace pace = new Pace();

    @Test
    void the_first_write_is_due_at_once() {
        assertThat(pace.isDue(BEGAN)).isTrue();
    }

    @Test
    void quick_writes_follow_each_other_four_times_a_second() {
        var ended = BEGAN.plusMillis(2);
        pace.done(BEGAN, ended);
        assertThat(pace.isDue(ended.plusMillis(249))).isFalse();
        assertThat(pace.isDue(ended.plusMillis(250))).isTrue();
    }

    @Test
    void slow_writes_take_a_twentieth_of_the_time() {
        var ended = BEGAN.plusMillis(300);
        pace.done(BEGAN, ended);
        var next = BEGAN.plus(Duration.ofMillis(300).multipliedBy(20));
        assertThat(pace.isDue(next.minusMillis(1))).isFalse();
        assertThat(pace.isDue(next)).isTrue();
        pace.done(next, next.plusMillis(1));
        assertThat(pace.isDue(next.plusMillis(251))).isTrue();
    }

    @Test
    void a_clock_that_is_put_back_during_a_write_delays_the_next_one_by_no_more_than_the_least_pause() {
        pace.done(BEGAN, BEGAN.minusSeconds(1));
        assertThat(pace.isDue(BEGAN.minusSeconds(1).plus(Pace.LEAST_PAUSE))).isTrue();
    }
}
