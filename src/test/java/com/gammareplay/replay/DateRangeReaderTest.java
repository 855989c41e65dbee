package com.gammareplay.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.marketdata.Dataset;
import com.gammareplay.marketdata.RecordedTime;
import com.gammareplay.model.Index;
import com.gammareplay.replay.DateRangeReader.Range;
import com.gammareplay.replay.InvalidRequestException.Problem;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateRangeReaderTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Dataset.Content CONTENT = content("2026-01-12T14:35:39", "2026-01-14T03:00:00", false);

    private final List<Problem> problems = new ArrayList<>();

    private static Dataset.Content content(String first, String last, boolean utc) {
        return new Dataset.Content(
                List.of(Index.SPX),
                List.of(
                        new RecordedTime(LocalDateTime.parse(first), utc),
                        new RecordedTime(LocalDateTime.parse(last), utc)),
                1);
    }

    private @Nullable Range read(@Nullable String from, @Nullable String to) {
        return new DateRangeReader(new ExchangeCalendar(), problems).read(from, to, CONTENT, UTC);
    }

    private List<String> problems() {
        return problems.stream()
                .map(problem -> problem.pointer() + " " + problem.message())
                .toList();
    }

    @Test
    void dates_not_given_come_from_the_coverage_as_new_york_dates() {
        // 03:00 in UTC is the evening before in New York.
        assertThat(read(null, null)).isEqualTo(new Range(LocalDate.of(2026, 1, 12), LocalDate.of(2026, 1, 13)));
        assertThat(problems).isEmpty();
    }

    @Test
    void the_coverage_is_read_in_the_zone_of_the_recording() {
        var reader = new DateRangeReader(new ExchangeCalendar(), problems);

        assertThat(reader.read(null, null, CONTENT, ZoneId.of("America/New_York")))
                .isEqualTo(new Range(LocalDate.of(2026, 1, 12), LocalDate.of(2026, 1, 14)));
    }

    @Test
    void coverage_that_says_that_it_is_utc_is_so_in_any_zone() {
        var reader = new DateRangeReader(new ExchangeCalendar(), problems);
        var content = content("2026-01-12T14:35:39", "2026-01-14T03:00:00", true);

        assertThat(reader.read(null, null, content, ZoneId.of("Pacific/Auckland")))
                .isEqualTo(new Range(LocalDate.of(2026, 1, 12), LocalDate.of(2026, 1, 13)));
        assertThat(reader.read(null, null, content, ZoneId.of("Pacific/Honolulu")))
                .isEqualTo(new Range(LocalDate.of(2026, 1, 12), LocalDate.of(2026, 1, 13)));
    }

    @Test
    void given_dates_win_and_may_lie_outside_the_coverage() {
        assertThat(read("2026-01-05", "2026-01-09"))
                .isEqualTo(new Range(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 9)));
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    12.01.2026 |            | /from must be a date "YYYY-MM-DD"
                    2026-1-12  |            | /from must be a date "YYYY-MM-DD"
                    2026-02-30 |            | /from must be a date of the calendar, was 2026-02-30
                               | 2026-13-01 | /to must be a date of the calendar, was 2026-13-01
                    2019-12-31 |            | /from must be from 2020-01-01 to 2028-12-31, which the exchange calendar covers, was 2019-12-31
                               | 2029-01-01 | /to must be from 2020-01-01 to 2028-12-31, which the exchange calendar covers, was 2029-01-01
                    2026-01-14 |            | /to must not be before from, which is 2026-01-14
                    2026-01-17 | 2026-01-19 | /from there is no session from 2026-01-17 to 2026-01-19
                    2024-01-02 | 2025-08-07 | /to the range must have at most 400 sessions, it has 401
                    """)
    void a_range_that_cannot_be_replayed_is_refused(@Nullable String from, @Nullable String to, String problem) {
        read(from, to);

        assertThat(problems()).containsExactly(problem);
    }

    @Test
    void four_hundred_sessions_are_accepted() {
        assertThat(read("2024-01-02", "2025-08-06")).isNotNull();
        assertThat(problems).isEmpty();
    }

    @Test
    void without_a_dataset_only_given_dates_are_checked() {
        var reader = new DateRangeReader(new ExchangeCalendar(), problems);

        assertThat(reader.read("x", null, null, UTC)).isNull();
        assertThat(problems).isEmpty();
        reader.read("x", "y", null, UTC);
        assertThat(problems()).hasSize(2);
    }

    @Test
    void a_coverage_outside_the_calendar_must_be_narrowed_by_the_request() {
        var old = content("1970-01-01T00:00:00", "2026-01-13T20:00:00", false);
        var reader = new DateRangeReader(new ExchangeCalendar(), problems);

        assertThat(reader.read(null, null, old, UTC)).isNull();
        assertThat(problems()).singleElement().asString().startsWith("/from must be from 2020-01-01");
    }
}
