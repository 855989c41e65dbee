package com.gammareplay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthTest {

    private static final double CLOSE = 1e-12;

    private static Calculation run(long balance, int sessions, Integer... pnls) {
        var list = new ArrayList<List<Integer>>();
        for (var i = 0; i < sessions; i++) {
            list.add(i < pnls.length ? List.of(pnls[i]) : List.of());
        }
        return new Calculation(Ledgers.of(balance, list));
    }

    private static double value(Figure figure) {
        return figure instanceof Figure.Value(var value) ? value : Double.NaN;
    }

    private static String reason(Figure figure) {
        return figure instanceof Figure.Missing(var reason) ? reason : "none";
    }

    /** In 126 of the 252 sessions of a year 10,000 become 11,000: in a year 1.1 × 1.1 = 1.21. */
    @Test
    void half_a_year_s_growth_is_squared() {
        assertThat(value(run(10_000, 126, -500, 1500).growth().cagr())).isCloseTo(0.21, within(CLOSE));
        assertThat(value(run(10_000, 252, -500, 1500).growth().cagr())).isCloseTo(0.1, within(CLOSE));
        assertThat(value(run(10_000, 504, 2100).growth().cagr())).isCloseTo(0.1, within(CLOSE));
        assertThat(value(run(10_000, 126, -1000).growth().cagr())).isCloseTo(-0.19, within(CLOSE));
    }

    /** The same 0.21 over a fall of 500 from 10,000, which is 0.05. */
    @Test
    void calmar_is_growth_over_the_largest_fall() {
        assertThat(value(run(10_000, 126, -500, 1500).growth().calmar())).isCloseTo(4.2, within(CLOSE));
        assertThat(value(run(10_000, 126, -1000).growth().calmar())).isCloseTo(-1.9, within(CLOSE));
    }

    @Test
    void without_a_fall_there_is_no_calmar() {
        assertThat(reason(run(10_000, 126, 500).growth().calmar())).isEqualTo("no drawdown");
        assertThat(value(run(10_000, 126, 0).growth().cagr())).isZero();
    }

    @Test
    void once_the_balance_was_used_up_there_is_neither() {
        for (var growth : List.of(run(100, 3, -100, 50), run(100, 3, -150, 100), run(0, 1))) {
            assertThat(reason(growth.growth().cagr())).isEqualTo("the balance was used up");
            assertThat(reason(growth.growth().calmar())).isEqualTo("the balance was used up");
        }
        // Also between two closes of one session.
        var between = new Calculation(Ledgers.of(100, List.of(-100, 150)));
        assertThat(reason(between.growth().cagr())).isEqualTo("the balance was used up");
    }

    @Test
    void without_a_traded_session_there_is_neither() {
        assertThat(reason(run(100, 0).growth().cagr())).isEqualTo("no traded session");
        assertThat(reason(run(100, 0).growth().calmar())).isEqualTo("no traded session");
    }

    /** 20 ^ 252 is more than 1e308. */
    @Test
    void a_pace_beyond_all_numbers_is_none() {
        assertThat(reason(run(10_000, 1, 190_000).growth().cagr())).isEqualTo("too large for a number");
    }
}
