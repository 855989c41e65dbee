package com.gammareplay.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.marketdata.SessionRange;
import com.gammareplay.requests.DateRangeReader.Range;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateRangeReaderTest {

    private static final Optional<SessionRange> COVERAGE =
            Optional.of(new SessionRange(LocalDate.of(2026, 1, 12), LocalDate.of(2026, 1, 13)));

    private final Problems problems = new Problems();

    private @Nullable Range read(@Nullable String from, @Nullable String to) {
        return new DateRangeReader(new ExchangeCalendar(), problems).read(from, to, () -> COVERAGE);
    }

    private List<String> problems() {
        return problems.list().stream()
                .map(problem -> problem.pointer() + " " + problem.message())
                .toList();
    }

    @Test
    void dates_not_given_come_from_the_coverage() {
        assertThat(read(null, null)).isEqualTo(new Range(LocalDate.of(2026, 1, 12), LocalDate.of(2026, 1, 13)));
        assertThat(read("2026-01-05", null)).isEqualTo(new Range(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 13)));
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void the_coverage_is_not_asked_for_in_vain() {
        var range = new DateRangeReader(new ExchangeCalendar(), problems).read("2026-01-12", "2026-01-12", () -> {
            throw new IllegalStateException("both dates are given");
        });

        assertThat(range).isEqualTo(new Range(LocalDate.of(2026, 1, 12), LocalDate.of(2026, 1, 12)));
    }

    @Test
    void without_coverage_both_dates_must_be_given() {
        var reader = new DateRangeReader(new ExchangeCalendar(), problems);

        assertThat(reader.read(null, null, Optional::empty)).isNull();
        assertThat(problems())
                .containsExactly(
                        "/from must be given: the dataset has no session to take it from",
                        "/to must be given: the dataset has no session to take it from");
    }

    @Test
    void given_dates_win_and_may_lie_outside_the_coverage() {
        assertThat(read("2026-01-05", "2026-01-09"))
                .isEqualTo(new Range(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 9)));
        assertThat(problems.list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    12.01.2026 |            | /from 12.01.2026 is no date, write 2026-01-12
                    2026-02-30 |            | /from 2026-02-30 is no date of the calendar
                               | 2026-13-01 | /to 2026-13-01 is no date of the calendar
                    2019-12-31 |            | /from must be from 2020-01-01 to 2028-12-31, which the exchange calendar covers, was 2019-12-31
                               | 2029-01-01 | /to must be from 2020-01-01 to 2028-12-31, which the exchange calendar covers, was 2029-01-01
                    2026-01-14 |            | /from must not be after 2026-01-13, the last session of the dataset
                               | 2026-01-09 | /to must not be before 2026-01-12, the first session of the dataset
                    2026-01-14 | 2026-01-13 | /to must not be before 2026-01-14, was 2026-01-13
                    2026-01-17 | 2026-01-19 | /from there is no session from 2026-01-17 to 2026-01-19: Saturday, Sunday, Martin Luther King Jr. Day; the dataset has 2026-01-12 to 2026-01-13
                    2025-12-25 | 2025-12-25 | /from 2025-12-25 is Christmas Day, the exchange is closed; the dataset has 2026-01-12 to 2026-01-13
                    2024-01-02 | 2025-08-07 | /to the range must have at most 400 sessions, it has 401
                    """)
    void a_range_that_cannot_be_replayed_is_refused(@Nullable String from, @Nullable String to, String problem) {
        read(from, to);

        assertThat(problems()).containsExactly(problem);
    }

    @Test
    void four_hundred_sessions_are_accepted() {
        assertThat(read("2024-01-02", "2025-08-06")).isNotNull();
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void without_a_dataset_only_given_dates_are_checked() {
        var reader = new DateRangeReader(new ExchangeCalendar(), problems);

        assertThat(reader.read("x", null, null)).isNull();
        assertThat(problems.list()).isEmpty();
        reader.read("x", "y", null);
        assertThat(problems()).hasSize(2);
    }
}
