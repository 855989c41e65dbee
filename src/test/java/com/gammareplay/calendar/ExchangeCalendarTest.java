package com.gammareplay.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gammareplay.testing.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeCalendarTest {

    private final ExchangeCalendar calendar = new ExchangeCalendar();

    @Test
    void every_day_from_2020_to_2028_equals_the_published_calendar() throws IOException {
        var published = published();
        for (var date : ExchangeCalendar.FIRST
                .datesUntil(ExchangeCalendar.LAST.plusDays(1))
                .toList()) {
            assertThat(kind(date)).as(date.toString()).isEqualTo(expected(date, published.getOrDefault(date, "")));
        }
    }

    private static Map<LocalDate, String> published() throws IOException {
        var kinds = new HashMap<LocalDate, String>();
        var file = TestData.folder().resolve("data/calendars/nyse_2020_2028.csv");
        Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .forEach(cells -> kinds.put(LocalDate.parse(cells[0]), (cells[1] + " " + cells[2]).strip()));
        return kinds;
    }

    private static String expected(LocalDate date, String published) {
        var day = date.getDayOfWeek();
        if (day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY) {
            return "weekend";
        }
        return published.isEmpty() ? "open 16:00" : published;
    }

    private String kind(LocalDate date) {
        if (calendar.isHoliday(date)) {
            return "holiday";
        }
        return calendar.session(date)
                .map(session -> (session.early() ? "early_close " : "open ") + NewYork.time(session.close()))
                .orElse("weekend");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, New Year's Day",
        "2023-01-02, New Year's Day",
        "2026-01-19, Martin Luther King Jr. Day",
        "2026-02-16, Washington's Birthday",
        "2026-04-03, Good Friday",
        "2026-05-25, Memorial Day",
        "2026-06-19, Juneteenth",
        "2026-07-03, Independence Day",
        "2026-09-07, Labor Day",
        "2025-11-27, Thanksgiving Day",
        "2025-12-25, Christmas Day",
        "2025-01-09, Day of Mourning for President Carter",
        "2026-01-10, Saturday",
        "2026-01-11, Sunday"
    })
    void a_closed_day_has_a_name(LocalDate date, String name) {
        assertThat(calendar.closedFor(date)).hasValue(name);
    }

    @Test
    void every_day_is_a_session_or_has_a_name() {
        assertThat(ExchangeCalendar.FIRST.datesUntil(ExchangeCalendar.LAST.plusDays(1)))
                .allMatch(date -> calendar.session(date).isPresent()
                        != calendar.closedFor(date).isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-12, 2026-01-12T14:30:00Z, 2026-01-12T21:00:00Z",
        "2026-07-17, 2026-07-17T13:30:00Z, 2026-07-17T20:00:00Z",
        "2025-11-28, 2025-11-28T14:30:00Z, 2025-11-28T18:00:00Z",
        "2026-03-06, 2026-03-06T14:30:00Z, 2026-03-06T21:00:00Z",
        "2026-03-09, 2026-03-09T13:30:00Z, 2026-03-09T20:00:00Z",
        "2025-10-31, 2025-10-31T13:30:00Z, 2025-10-31T20:00:00Z",
        "2025-11-03, 2025-11-03T14:30:00Z, 2025-11-03T21:00:00Z"
    })
    void sessions_follow_the_clocks_of_new_york_over_both_changes(LocalDate date, Instant open, Instant close) {
        var session = calendar.session(date).orElseThrow();

        assertThat(Instant.ofEpochSecond(session.open())).isEqualTo(open);
        assertThat(Instant.ofEpochSecond(session.close())).isEqualTo(close);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-17, 2026-01-19, 0", "2026-01-12, 2026-01-12, 1", "2026-01-12, 2026-01-20, 6"})
    void sessions_of_a_range_count_both_its_ends(LocalDate from, LocalDate to, int count) {
        assertThat(calendar.sessions(from, to)).hasSize(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-12-31", "2019-12-28", "2029-01-01", "2029-01-06"})
    void a_date_that_nobody_has_checked_is_refused_on_weekends_too(LocalDate date) {
        assertThatThrownBy(() -> calendar.session(date))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("date must be from 2020-01-01 to 2028-12-31, was " + date);
        assertThatThrownBy(() -> calendar.isHoliday(date)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_first_and_the_last_date_are_answered() {
        assertThat(calendar.isHoliday(ExchangeCalendar.FIRST)).isTrue();
        assertThat(calendar.session(ExchangeCalendar.LAST)).isEmpty();
        assertThat(calendar.session(LocalDate.of(2028, 12, 29))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"2026-03-08T06:59:59Z, 01:59:59", "2026-03-08T07:00:00Z, 03:00", "2026-11-01T06:00:00Z, 01:00"})
    void new_york_time_jumps_on_the_change_weekends(Instant instant, LocalTime time) {
        assertThat(NewYork.time(instant.getEpochSecond())).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-13T04:59:59Z, 2026-01-12",
        "2026-01-13T05:00:00Z, 2026-01-13",
        "2026-07-17T03:59:59Z, 2026-07-16"
    })
    void the_new_york_date_of_an_instant(Instant instant, LocalDate date) {
        assertThat(NewYork.date(instant.getEpochSecond())).isEqualTo(date);
    }
}
