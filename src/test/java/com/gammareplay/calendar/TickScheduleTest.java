package com.gammareplay.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TickScheduleTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 12);

    private static TickSchedule every(int step) {
        return new TickSchedule(new ExchangeCalendar().session(DAY).orElseThrow(), step);
    }

    private static long at(String time) {
        return NewYork.epochSecond(DAY, LocalTime.parse(time));
    }

    @ParameterizedTest
    @CsvSource({"30, 781", "60, 391", "1, 23401", "7, 3344", "50, 469", "3600, 8"})
    void a_session_has_its_open_every_step_and_its_close(int step, int size) {
        var ticks = every(step);

        assertThat(ticks.size()).isEqualTo(size);
        assertThat(ticks.tick(0)).isEqualTo(at("09:30:00"));
        assertThat(ticks.tick(1)).isEqualTo(at("09:30:00") + step);
        assertThat(ticks.tick(size - 1)).isEqualTo(at("16:00:00"));
        assertThat(ticks.tick(size - 2)).isLessThan(at("16:00:00"));
    }

    @Test
    void an_early_close_is_the_last_tick() {
        var session = new ExchangeCalendar().session(LocalDate.of(2025, 11, 28)).orElseThrow();
        var ticks = new TickSchedule(session, 30);

        assertThat(ticks.size()).isEqualTo(421);
        assertThat(NewYork.time(ticks.tick(420))).isEqualTo(LocalTime.of(13, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "30, 08:00:00, 09:30:00",
        "30, 09:30:00, 09:30:00",
        "30, 09:30:01, 09:30:30",
        "30, 10:00:00, 10:00:00",
        "50, 10:00:00, 10:00:00",
        "50, 10:00:10, 10:00:50",
        "3600, 10:00:00, 10:30:00",
        "3600, 15:30:01, 16:00:00",
        "30, 17:00:00, 16:00:00"
    })
    void the_first_tick_at_or_after_an_instant(int step, String instant, String tick) {
        assertThat(every(step).firstAtOrAfter(at(instant))).isEqualTo(at(tick));
    }

    @ParameterizedTest
    @CsvSource({
        "30, 10:02:00, 10:02:00",
        "30, 10:02:29, 10:02:00",
        "50, 10:02:00, 10:01:40",
        "3600, 10:02:00, 09:30:00",
        "30, 16:00:00, 15:59:30",
        "7, 16:00:00, 15:59:54",
        "3600, 17:00:00, 15:30:00"
    })
    void the_last_tick_before_the_close(int step, String instant, String tick) {
        assertThat(every(step).lastBeforeClose(at(instant))).isEqualTo(at(tick));
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 30, 50, 3600})
    void both_searches_agree_with_a_walk_over_all_ticks(int step) {
        var ticks = every(step);
        var all = IntStream.range(0, ticks.size()).mapToLong(ticks::tick).toArray();
        for (var instant = at("09:30:00"); instant <= at("16:00:00"); instant += 101) {
            var now = instant;
            assertThat(ticks.firstAtOrAfter(now)).isEqualTo(first(all, now));
            assertThat(ticks.lastBeforeClose(now)).isEqualTo(last(all, now));
        }
    }

    private static long first(long[] all, long instant) {
        return Arrays.stream(all).filter(tick -> tick >= instant).min().orElseThrow();
    }

    private static long last(long[] all, long instant) {
        return Arrays.stream(all)
                .filter(tick -> tick <= instant && tick < at("16:00:00"))
                .max()
                .orElseThrow();
    }

    @Test
    void a_step_must_be_more_than_0() {
        assertThatThrownBy(() -> every(0)).hasMessage("step must be more than 0, was 0");
    }
}
