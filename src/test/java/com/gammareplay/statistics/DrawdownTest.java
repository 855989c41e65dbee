package com.gammareplay.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DrawdownTest {

    @Test
    void the_largest_fall_counts_in_dollars_and_its_percent_is_of_its_own_peak() {
        // 10,000 falls by 400 (4 %), rises to 20,000 and falls by 500 (2.5 %).
        var drawdown = Drawdown.of(Ledgers.of(10_000, List.of(-400, 10_400, -500)));

        assertThat(drawdown).isEqualTo(new Drawdown(50_000, 2_000_000));
        assertThat(drawdown.percent()).isEqualTo(2.5);
    }

    @Test
    void the_starting_balance_is_a_peak() {
        assertThat(Drawdown.of(Ledgers.of(10_000, List.of(-300), List.of(100, -200))))
                .isEqualTo(new Drawdown(40_000, 1_000_000));
    }

    @Test
    void of_equal_falls_the_first_counts() {
        assertThat(Drawdown.of(Ledgers.of(10_000, List.of(-100, 200, -100))))
                .isEqualTo(new Drawdown(10_000, 1_000_000));
    }

    @Test
    void every_close_is_looked_at_also_within_a_session() {
        assertThat(Drawdown.of(Ledgers.of(10_000, List.of(-100, 100))).amount()).isEqualTo(10_000);
    }

    @Test
    void more_than_everything_can_be_lost() {
        assertThat(Drawdown.of(Ledgers.of(100, List.of(-150))).percent()).isEqualTo(150);
    }
}
