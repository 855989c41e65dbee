package com.gammareplay.statistics;

import static com.gammareplay.statistics.ResultNumber.EXPECTANCY;
import static com.gammareplay.statistics.ResultNumber.MAX_DRAWDOWN;
import static com.gammareplay.statistics.ResultNumber.PROFIT_FACTOR;
import static com.gammareplay.statistics.ResultNumber.TOTAL_PNL;
import static com.gammareplay.statistics.ResultNumber.WIN_RATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import com.gammareplay.statistics.Intervals.Interval;
import com.gammareplay.trading.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IntervalsTest {

    private static final int MANY = 200_000;

    private static Interval interval(Intervals intervals, ResultNumber number) {
        return Objects.requireNonNull(intervals.byNumber().get(number), number.label());
    }

    /** Of the 27 resamples one in 27, more than a fortieth, is three times the same session: the worst, or the best. */
    @Test
    void the_intervals_of_three_sessions_are_those_worked_out_by_hand() {
        var intervals = Intervals.of(Ledgers.of(10_000, List.of(100), List.of(-60), List.of(-10)));

        assertThat(intervals.byNumber())
                .containsExactly(
                        entry(WIN_RATE, new Interval(0, 1.0)),
                        entry(TOTAL_PNL, new Interval(-180, 300.0)),
                        entry(PROFIT_FACTOR, new Interval(0, null)),
                        entry(EXPECTANCY, new Interval(-60, 100.0)),
                        entry(MAX_DRAWDOWN, new Interval(0, 180.0)));
        assertThat(intervals.reasons()).containsOnlyKeys("profitFactor");
        assertThat(intervals.reasons().get("profitFactor")).matches("no losing trade in \\d+ of 1999 resamples");
    }

    /** All 256 ways of drawing four of four sessions, looked at trade by trade. */
    @Test
    void many_resamples_have_the_limits_of_all_there_are() {
        var sessions =
                List.of(List.of(300, -100), List.<Integer>of(), List.of(-250, 50, -30), List.of(120, -40, 60, -90, 15));
        var all = IntStream.range(0, 256)
                .mapToObj(number -> Stream.of(number & 3, number >> 2 & 3, number >> 4 & 3, number >> 6)
                        .flatMap(session -> sessions.get(session).stream())
                        .toList())
                .toList();

        for (var seed = 1; seed <= 5; seed++) {
            var intervals = Intervals.of(Ledgers.of(10_000, sessions), MANY, seed);

            assertThat(interval(intervals, TOTAL_PNL)).isEqualTo(limits(all, IntervalsTest::sum));
            assertThat(interval(intervals, MAX_DRAWDOWN)).isEqualTo(limits(all, IntervalsTest::largestFall));
            var traded = all.stream().filter(trades -> !trades.isEmpty()).toList();
            assertThat(interval(intervals, EXPECTANCY))
                    .isEqualTo(limits(traded, trades -> sum(trades) / trades.size()));
            assertThat(interval(intervals, WIN_RATE))
                    .isEqualTo(limits(
                            traded,
                            trades ->
                                    1.0 * trades.stream().filter(pnl -> pnl > 0).count() / trades.size()));
            assertThat(interval(intervals, PROFIT_FACTOR))
                    .isEqualTo(limits(traded, trades -> sum(only(trades, 1)) / -sum(only(trades, -1))));
        }
    }

    /** The least value that more than a fortieth do not exceed, and the same from above. */
    private static Interval limits(List<List<Integer>> resamples, ToDoubleFunction<List<Integer>> number) {
        var values = resamples.stream().mapToDouble(number).sorted().toArray();
        var outside = values.length / 40;
        return new Interval(values[outside], values[values.length - 1 - outside]);
    }

    private static double sum(List<Integer> trades) {
        return trades.stream().mapToInt(pnl -> pnl).sum();
    }

    private static List<Integer> only(List<Integer> trades, int sign) {
        return trades.stream().filter(pnl -> Integer.signum(pnl) == sign).toList();
    }

    private static double largestFall(List<Integer> trades) {
        var largest = 0.0;
        for (var from = 0; from <= trades.size(); from++) {
            for (var to = from; to <= trades.size(); to++) {
                largest = Math.max(largest, -sum(trades.subList(from, to)));
            }
        }
        return largest;
    }

    private static List<List<Integer>> twenty(int scale) {
        var sessions = new ArrayList<List<Integer>>();
        for (var i = 0; i < 20; i++) {
            sessions.add(List.of(scale * (i * 37 % 41 - 20), scale * (i * 53 % 47 - 18)));
        }
        return sessions;
    }

    @Test
    void limits_in_dollars_grow_with_the_trades_and_ratios_do_not() {
        var once = Intervals.of(Ledgers.of(10_000, twenty(1)));
        var thrice = Intervals.of(Ledgers.of(50_000, twenty(3)));

        for (var number : List.of(TOTAL_PNL, EXPECTANCY, MAX_DRAWDOWN)) {
            assertThat(interval(thrice, number).low())
                    .isCloseTo(3 * interval(once, number).low(), within(1e-9));
            assertThat(interval(thrice, number).high())
                    .isCloseTo(3 * Objects.requireNonNull(interval(once, number).high()), within(1e-9));
        }
        for (var number : List.of(WIN_RATE, PROFIT_FACTOR)) {
            assertThat(interval(thrice, number)).isEqualTo(interval(once, number));
        }
    }

    /** The standard error of a sum is known: a normal interval of it is 1.96 of these to either side. */
    @Test
    void limits_of_a_symmetric_case_lie_about_its_number_as_far_as_its_error_says() {
        var sessions = IntStream.rangeClosed(-20, 20)
                .mapToObj(step -> List.of(100 + 10 * step))
                .toList();
        var total = interval(Intervals.of(Ledgers.of(10_000, sessions)), TOTAL_PNL);
        var variance = IntStream.rangeClosed(-20, 20)
                .map(step -> 100 * step * step)
                .average()
                .orElseThrow();
        var error = Math.sqrt(41 * variance);

        assertThat(total.low()).isCloseTo(4100 - 1.96 * error, within(0.1 * error));
        assertThat(total.high()).isCloseTo(4100 + 1.96 * error, within(0.1 * error));
    }

    @Test
    void the_same_run_has_the_same_intervals_which_are_those_of_the_documented_seed() {
        var ledger = Ledgers.of(10_000, twenty(1));

        assertThat(Intervals.of(ledger)).isEqualTo(Intervals.of(ledger)).isEqualTo(Intervals.of(ledger, 1999, 1));
        assertThat(Intervals.of(ledger)).isNotEqualTo(Intervals.of(ledger, 1999, 2));
    }

    @Test
    void trades_of_a_session_keep_their_order() {
        var falls = Intervals.of(Ledgers.of(10_000, List.of(100, -100), List.of(100, -100)));
        var rises = Intervals.of(Ledgers.of(10_000, List.of(-50, 100), List.of(-50, 100)));

        assertThat(interval(falls, MAX_DRAWDOWN)).isEqualTo(new Interval(100, 100.0));
        assertThat(interval(rises, MAX_DRAWDOWN)).isEqualTo(new Interval(50, 50.0));
    }

    private static void assertMissing(Ledger ledger, String reason) {
        var intervals = Intervals.of(ledger);
        assertThat(intervals.byNumber()).isEmpty();
        assertThat(intervals.reasons())
                .containsExactly(
                        entry("winRate", reason),
                        entry("totalPnl", reason),
                        entry("profitFactor", reason),
                        entry("expectancy", reason),
                        entry("maxDrawdown", reason));
    }

    @Test
    void what_cannot_be_resampled_has_a_reason() {
        assertMissing(Ledgers.of(10_000, List.of(), List.of()), "no trades");
        assertMissing(Ledgers.of(10_000, List.of(100, -50)), "fewer than two traded sessions");
    }

    @Test
    void without_a_loss_there_is_no_interval_of_the_profit_factor() {
        for (var sessions : List.of(List.of(List.of(100), List.of(50)), List.of(List.of(0), List.of(0)))) {
            var intervals = Intervals.of(Ledgers.of(10_000, sessions));

            assertThat(intervals.byNumber()).hasSize(4).doesNotContainKey(PROFIT_FACTOR);
            assertThat(intervals.reasons()).containsExactly(entry("profitFactor", "no losing trade"));
        }
    }

    /** Of 40 sessions one loses: more than a third of the resamples leave it out, so that there is no end above. */
    @Test
    void a_profit_factor_that_is_endless_too_often_has_a_lower_limit_alone() {
        var sessions = IntStream.range(0, 40)
                .mapToObj(i -> List.of(i == 0 ? -100 : 10))
                .toList();
        var intervals = Intervals.of(Ledgers.of(10_000, sessions));

        assertThat(interval(intervals, PROFIT_FACTOR).low()).isBetween(0.5, 2.0);
        assertThat(interval(intervals, PROFIT_FACTOR).high()).isNull();
        assertThat(intervals.reasons().get("profitFactor")).matches("no losing trade in [67]\\d\\d of 1999 resamples");
    }
}
