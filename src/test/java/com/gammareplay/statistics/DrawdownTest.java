package com.gammareplay.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DrawdownTest {

    private static Drawdown of(long balance, List<Integer> first, List<Integer> second) {
        return Drawdown.ofBalance(Ledgers.of(balance, first, second), List.of());
    }

    private static Drawdown of(long balance, List<Integer> pnls) {
        return of(balance, pnls, List.of());
    }

    @Test
    void the_largest_fall_counts_in_dollars_and_its_percent_is_of_its_own_peak() {
        // 10,000 falls by 400 (4 %), rises to 20,000 and falls by 500 (2.5 %).
        var drawdown = of(10_000, List.of(-400, 10_400, -500));

        assertThat(drawdown.amount()).isEqualTo(50_000);
        assertThat(drawdown.peak()).isEqualTo(2_000_000);
        assertThat(drawdown.percent()).isEqualTo(2.5);
    }

    @Test
    void the_starting_balance_is_a_peak() {
        var drawdown = of(10_000, List.of(-300), List.of(100, -200));

        assertThat(drawdown.amount()).isEqualTo(40_000);
        assertThat(drawdown.peak()).isEqualTo(1_000_000);
    }

    @Test
    void of_equal_falls_the_first_counts() {
        assertThat(of(10_000, List.of(-100, 200, -100)).peak()).isEqualTo(1_000_000);
        assertThat(found(100, 90, 105, 95)).isEqualTo(new Drawdown(10, 100, 1, 2, 3L, 1));
    }

    @Test
    void every_close_is_looked_at_also_within_a_session() {
        assertThat(of(10_000, List.of(-100, 100)).amount()).isEqualTo(10_000);
    }

    @Test
    void more_than_everything_can_be_lost() {
        assertThat(of(100, List.of(-150)).percent()).isEqualTo(150);
    }

    /** Values at the instants 1, 2, 3 ..., all of one session. */
    private static Drawdown found(double... values) {
        return found(List.of(1L), values);
    }

    private static Drawdown found(List<Long> opens, double... values) {
        var search = new DrawdownSearch(values[0]);
        for (var i = 0; i < values.length; i++) {
            search.add(i + 1, values[i]);
        }
        return search.largest(opens);
    }

    @Test
    void it_goes_from_the_last_instant_at_its_peak_by_the_first_at_its_trough_to_the_first_that_is_back() {
        assertThat(found(90, 100, 100, 95, 80, 80, 99, 100, 120)).isEqualTo(new Drawdown(20, 100, 3, 5, 8L, 1));
    }

    @Test
    void one_that_is_not_made_up_for_has_no_recovery() {
        assertThat(found(100, 90, 99).recovered()).isNull();
        // A smaller fall before it was made up for, and the rise after it does not reach its own peak of 110.
        assertThat(found(100, 95, 110, 90, 109)).isEqualTo(new Drawdown(20, 110, 3, 4, null, 1));
    }

    @Test
    void without_a_fall_there_is_none() {
        var none = found(100, 100, 110);

        assertThat(none.amount()).isZero();
        assertThat(none.percent()).isZero();
        assertThat(none.recovered()).isNull();
        assertThat(none.sessions()).isZero();
    }

    /** Four sessions of two instants each. */
    private static int sessions(double... values) {
        return found(List.of(1L, 3L, 5L, 7L), values).sessions();
    }

    @Test
    void its_sessions_are_those_from_the_peak_to_the_recovery() {
        assertThat(sessions(100, 90, 100, 100, 100, 100, 100, 100)).isEqualTo(2);
        assertThat(sessions(90, 100, 90, 95, 95, 100, 100, 100)).isEqualTo(3);
        assertThat(sessions(90, 90, 90, 100, 90, 90, 90, 90)).isEqualTo(3);
        assertThat(sessions(90, 90, 90, 90, 90, 90, 100, 90)).isEqualTo(1);
    }

    /** The peak is the starting balance at the first open, which nothing has changed by then. */
    @Test
    void that_of_the_balance_has_times_where_opens_are_known() {
        var run = SomeTrade.ledger(
                10_000,
                SomeTrade.of(-100).held("10:00", "10:30"),
                SomeTrade.of(-50).held("10:00", "11:00"),
                SomeTrade.of(200).on("2026-01-13").held("10:00", "12:00"));
        var first = 1_768_176_000L; // 2026-01-12T00:00:00Z
        var open = first + 9 * 3600;

        var drawdown = Drawdown.ofBalance(run, List.of(open, open + 86_400));

        assertThat(drawdown)
                .isEqualTo(new Drawdown(15_000, 1_000_000, open, first + 11 * 3600, first + 86_400 + 12 * 3600, 2));
    }
}
