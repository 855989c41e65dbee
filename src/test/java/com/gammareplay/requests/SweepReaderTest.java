package com.gammareplay.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.gammareplay.replay.sweep.DemoSweeps;
import com.gammareplay.testing.AskedSweep;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SweepReaderTest {

    private static List<String> problems(AskedSweep raw) {
        var failure = catchThrowableOfType(InvalidRequestException.class, () -> DemoSweeps.read(raw));
        return failure.problems().stream()
                .map(problem -> problem.pointer() + " " + problem.message())
                .toList();
    }

    private static AskedSweep grid(Map<String, ? extends @Nullable Object> grid) {
        return AskedSweep.grid(DemoSweeps.base(Map.of()), grid);
    }

    private static AskedSweep ranges(
            Map<String, ? extends @Nullable Object> ranges, @Nullable Integer samples, @Nullable Integer seed) {
        return new AskedSweep(DemoSweeps.base(Map.of()), null, ranges, number(samples), number(seed), null);
    }

    private static @Nullable BigDecimal number(@Nullable Integer number) {
        return number == null ? null : BigDecimal.valueOf(number);
    }

    private static Map<String, Object> range(Object min, Object max, @Nullable Object step) {
        var range = new LinkedHashMap<String, Object>();
        range.put("min", min);
        range.put("max", max);
        if (step != null) {
            range.put("step", step);
        }
        return range;
    }

    @Test
    void a_distance_that_those_of_the_base_hide_is_not_swept() {
        var hidden = DemoSweeps.base(Map.of("minShortDistance.SPX", 5, "minShortDistance.NDX", 10));
        var both = Map.of("minShortDistance", List.of(5, 20));

        assertThat(problems(AskedSweep.grid(hidden, both)))
                .containsExactly("/grid/minShortDistance has no effect, for the base's minShortDistance.SPX and"
                        + " minShortDistance.NDX wins over it: set that to null or leave it out");
        assertThat(DemoSweeps.read(AskedSweep.grid(DemoSweeps.base(Map.of("minShortDistance.NDX", 10)), both))
                        .combinations()
                        .size())
                .isEqualTo(2);
    }

    @Test
    void everything_that_is_wrong_with_a_grid_is_named() {
        var grid = new LinkedHashMap<String, Object>();
        grid.put("minCredt", List.of(1));
        grid.put("databaseZone", List.of("UTC"));
        grid.put("stopLoss", List.of());
        grid.put("vixFloor", 12);
        grid.put("minCredit", List.of(1, "x", 1.0, 2));
        grid.put("step", Collections.singletonList(null));
        var base = DemoSweeps.base("2025-11-24", "2025-11-23", Map.of("brokenWing", 1));

        assertThat(problems(AskedSweep.grid(base, grid)))
                .containsExactly(
                        "/base/parameters/brokenWing must be true or false, was 1",
                        "/base/to must not be before 2025-11-24, was 2025-11-23",
                        "/grid/minCredt unknown parameter, did you mean minCredit?",
                        "/grid/databaseZone is no parameter but a field of the request, beside parameters",
                        "/grid/stopLoss must be a list of values, not an empty one",
                        "/grid/vixFloor must be a list of values",
                        "/grid/minCredit/1 must be a number from -1000000000 to 1000000000, was \"x\"",
                        "/grid/minCredit/2 must not be the same as the value at 0",
                        "/grid/step/0 must be a whole number from 1 to 3600, was null");
    }

    @Test
    void a_sweep_has_a_grid_or_samples_of_ranges() {
        assertThat(problems(new AskedSweep(DemoSweeps.base(Map.of()), null, null, null, null, null)))
                .containsExactly("/grid must be given: lists of values by parameter; or ranges with samples");
        assertThat(problems(grid(Map.of()))).containsExactly("/grid must name at least one parameter");
        var both = new AskedSweep(
                DemoSweeps.base(Map.of()),
                Map.of("step", List.of(30)),
                Map.of("step", List.of(30)),
                BigDecimal.ONE,
                null,
                null);
        assertThat(problems(both)).containsExactly("/grid must not be given together with ranges");
        var seeded = new AskedSweep(
                DemoSweeps.base(Map.of()), Map.of("step", List.of(30)), null, null, BigDecimal.ONE, null);
        assertThat(problems(seeded)).containsExactly("/seed must only be given with ranges");
    }

    @Test
    void a_grid_has_at_most_a_hundred_thousand_combinations() {
        var values = IntStream.range(0, 400).<Object>mapToObj(i -> i).toList();
        var most = Map.of("holdMinRemaining", values.subList(0, 250), "emergencyAfter", values);

        assertThat(DemoSweeps.read(grid(most)).combinations().size()).isEqualTo(100_000);
        assertThat(problems(grid(Map.of("holdMinRemaining", values.subList(0, 251), "emergencyAfter", values))))
                .containsExactly("/grid must have at most 100000 combinations");
    }

    @Test
    void a_sweep_of_days_of_work_is_refused_and_one_of_minutes_is_not() {
        var month = DemoSweeps.base("2026-01-02", "2026-01-30", Map.of());
        var year = DemoSweeps.base("2026-01-02", "2026-12-31", Map.of("step", 1));
        var values = IntStream.range(0, 400).<Object>mapToObj(i -> i).toList();
        var grid = Map.of("holdMinRemaining", values.subList(0, 250), "emergencyAfter", values);

        assertThat(DemoSweeps.read(AskedSweep.grid(month, grid)).size()).isEqualTo(100_001);
        assertThat(problems(AskedSweep.grid(year, grid)))
                .singleElement()
                .asString()
                .startsWith("/grid must make at most 100000000000 ticks (combinations, sessions and their ticks");
    }

    @Test
    void ticks_are_counted_with_the_step_of_each_combination_and_those_of_training_too() {
        var oneSession = DemoSweeps.base("2025-11-24", "2025-11-24", Map.of());
        var steps = DemoSweeps.read(
                AskedSweep.grid(oneSession, Map.of("step", List.of(30, 60), "vixFloor", List.of(1, 2, 3))));
        var tested = DemoSweeps.read(walkForward(1, 1, 1, "sharpe"));
        var sessions =
                DemoSweeps.CALENDAR.sessions(tested.base().from(), tested.base().to());

        assertThat(TickCount.of(steps, sessions.subList(0, 1))).isEqualTo(3 * 781 + 3 * 391);
        assertThat(TickCount.of(tested, sessions)).isEqualTo(4 * 781 + 421 + 3 * 781);
    }

    @Test
    void everything_that_is_wrong_with_ranges_is_named() {
        var ranges = new LinkedHashMap<String, Object>();
        ranges.put("minCredit", range(2, 1, null));
        ranges.put("brokenWing", range(0, 1, null));
        ranges.put("stopLoss", range(-101, 0, 0));
        ranges.put("step", range(10, 20, 2.5));
        ranges.put("vixFloor", Map.of("min", 10, "mx", 12));
        ranges.put("slippage", "x");

        assertThat(problems(ranges(ranges, 0, -1)))
                .containsExactly(
                        "/ranges/minCredit/max must not be less than min",
                        "/ranges/brokenWing must be a list of values: brokenWing is no number",
                        "/ranges/stopLoss/min must be a number from -100 to 100, was -101",
                        "/ranges/stopLoss/step must be a number of at least 0.000001",
                        "/ranges/step/step must be a whole number of at least 1",
                        "/ranges/vixFloor/mx unknown field, did you mean max?",
                        "/ranges/vixFloor/max must be a number from 0 to 1000, was null",
                        "/ranges/slippage must be {\"min\", \"max\", \"step\"} or a list of values",
                        "/samples must be a whole number from 1 to 100000",
                        "/seed must be a whole number from 0 to 9007199254740991");
        assertThat(problems(ranges(Map.of("step", range(10, 12, 1)), 4, null)))
                .containsExactly("/samples must be at most 3, for there are no more combinations");
    }

    @Test
    void numbers_of_ranges_are_not_taken_for_others() {
        var ranges = new LinkedHashMap<String, Object>();
        ranges.put("stopLoss", range(new BigDecimal("1e-400"), 1, new BigDecimal("0.10000000000000001")));
        ranges.put(
                "step", range(10, new BigDecimal("20.00000000000000000001"), new BigDecimal("1.00000000000000000001")));

        assertThat(problems(ranges(ranges, 3, null)))
                .containsExactly(
                        "/ranges/stopLoss/min must be a number from -100 to 100 that 64 bits can hold as it is written,"
                                + " was 1E-400",
                        "/ranges/stopLoss/step must be a number that 64 bits can hold as it is written",
                        "/ranges/step/max must be a whole number from 1 to 3600, was 20.00000000000000000001",
                        "/ranges/step/step must be a whole number of at least 1");
    }

    @Test
    void samples_are_drawn_by_their_seed_without_repetition() {
        var ranges = new LinkedHashMap<String, Object>();
        ranges.put("minCredit", range(1, 2, 0.25));
        ranges.put("step", range(10, 12, null));
        ranges.put("brokenWing", List.of(true, false));
        var all = values(ranges(ranges, 30, 7));

        assertThat(new HashSet<>(all)).hasSize(30);
        assertThat(all.stream().map(values -> values.get("minCredit")).distinct())
                .containsExactlyInAnyOrder(1.0, 1.25, 1.5, 1.75, 2.0);
        assertThat(all.stream().map(values -> values.get("step")).distinct()).containsExactlyInAnyOrder(10, 11, 12);
        assertThat(values(ranges(ranges, 30, 7))).isEqualTo(all);
        assertThat(values(ranges(ranges, 5, 7))).isEqualTo(all.subList(0, 5));
        assertThat(values(ranges(ranges, 30, 8))).isNotEqualTo(all);
        assertThat(values(ranges(ranges, 30, 1))).isEqualTo(values(ranges(ranges, 30, null)));
    }

    @Test
    void samples_of_a_range_are_spread_over_all_of_it() {
        var drawn = values(ranges(Map.of("stopLoss", range(-1, 1, null)), 4000, 3)).stream()
                .mapToDouble(values -> ((Number) values.getOrDefault("stopLoss", 99)).doubleValue())
                .summaryStatistics();

        assertThat(drawn.getMin()).isBetween(-1.0, -0.99);
        assertThat(drawn.getMax()).isBetween(0.99, 1.0);
        assertThat(drawn.getAverage()).isBetween(-0.05, 0.05);
    }

    @SuppressWarnings("NullAway") // none of the values is unset
    private static List<Map<String, Object>> values(AskedSweep raw) {
        var combinations = DemoSweeps.read(raw).combinations();
        return IntStream.range(0, combinations.size())
                .<Map<String, Object>>mapToObj(combinations::values)
                .toList();
    }

    private static AskedSweep walkForward(@Nullable Integer train, Integer test, @Nullable Integer step, String by) {
        return new AskedSweep(
                DemoSweeps.base(Map.of()),
                Map.of("step", List.of(30)),
                null,
                null,
                null,
                new AskedSweep.Windows(number(train), number(test), number(step), by));
    }

    @Test
    void a_walk_forward_test_must_make_sense() {
        assertThat(problems(walkForward(null, 0, null, "sharp")))
                .containsExactly(
                        "/walkForward/objective must be the name of a headline number, with - before it for the"
                                + " greatest, did you mean sharpe?",
                        "/walkForward/trainSessions must be a whole number from 1 to 400",
                        "/walkForward/testSessions must be a whole number from 1 to 400");
        assertThat(problems(walkForward(2, 2, 0, "sharpe")))
                .containsExactly("/walkForward/step must be a whole number from 2 to 400");
        assertThat(problems(walkForward(3, 2, 2, "sharpe")))
                .containsExactly("/walkForward/trainSessions must leave room for a window: with testSessions it has 5"
                        + " sessions, the range has 4 that may be traded");
    }

    @Test
    void swept_values_win_over_those_of_the_base_and_what_follows_from_them_follows() {
        var base = DemoSweeps.base(Map.of("minShortDistance", 7, "minCredit", 2));
        var sweep =
                DemoSweeps.read(AskedSweep.grid(base, Map.of("minShortDistance", List.of(9), "vixFloor", List.of(10))));

        assertThat(sweep.request(1).parameters().plain())
                .containsEntry("minShortDistance.SPX", 9.0)
                .containsEntry("minShortDistance.NDX", 9.0)
                .containsEntry("minCredit", 2.0)
                .containsEntry("vixFloor", 10.0);
        assertThat(sweep.request(0).parameters().plain()).containsEntry("minShortDistance.SPX", 7.0);
    }
}
