package com.gammareplay.jobs.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressPaceTest {

    /** So that the sums of nanoseconds overflow. */
    private long now = Long.MAX_VALUE - Duration.ofMillis(100).toNanos();

    private final ProgressPace pace = new ProgressPace(() -> now);
    private int said;

    private void pass(long millis) {
        now += Duration.ofMillis(millis).toNanos();
    }

    /** Whether it is said; it takes some time. */
    private boolean isSaid(long millis) {
        var before = said;
        pace.say(() -> {
            pass(millis);
            said++;
        });
        return said > before;
    }

    @Test
    void the_first_write_is_due_at_once() {
        assertThat(isSaid(0)).isTrue();
    }

    @Test
    void quick_writes_follow_each_other_four_times_a_second() {
        isSaid(2);
        pass(249);
        assertThat(isSaid(2)).isFalse();
        pass(1);
        assertThat(isSaid(2)).isTrue();
    }

    @Test
    void slow_writes_take_a_twentieth_of_the_time() {
        isSaid(300);
        pass(300 * 19 - 1);
        assertThat(isSaid(1)).isFalse();
        pass(1);
        assertThat(isSaid(1)).isTrue();
        pass(250);
        assertThat(isSaid(1)).isTrue();
    }
}
