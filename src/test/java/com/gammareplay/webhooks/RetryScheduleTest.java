package com.gammareplay.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryScheduleTest {

    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final RandomGenerator LEAST = () -> 0;
    private static final RandomGenerator MOST = () -> -1;

    private static Duration wait(RandomGenerator random, int attempts, @Nullable Duration retryAfter) {
        var schedule = new RetrySchedule(List.of(Duration.ofSeconds(5), Duration.ofHours(30)), random);
        return Duration.between(NOW, schedule.next(attempts, NOW, retryAfter).orElseThrow());
    }

    @Test
    void each_attempt_but_the_last_has_its_wait() {
        assertThat(wait(LEAST, 1, null)).isEqualTo(Duration.ofSeconds(5));
        assertThat(wait(LEAST, 2, null)).isEqualTo(Duration.ofHours(30));
        assertThat(new RetrySchedule(List.of(Duration.ofSeconds(5)), LEAST).next(2, NOW, null))
                .isEmpty();
        assertThat(new RetrySchedule(List.of(), LEAST).next(1, NOW, Duration.ofSeconds(1)))
                .isEmpty();
    }

    @Test
    void chance_makes_a_wait_longer_by_a_fifth_at_most() {
        assertThat(wait(MOST, 1, null)).isBetween(Duration.ofMillis(5990), Duration.ofSeconds(6));
    }

    @Test
    void a_receiver_can_ask_for_a_longer_wait_but_not_for_a_shorter_one() {
        assertThat(wait(LEAST, 1, Duration.ofMinutes(2))).isEqualTo(Duration.ofMinutes(2));
        assertThat(wait(LEAST, 1, Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(5));
        assertThat(wait(LEAST, 1, Duration.ZERO)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void a_receiver_cannot_ask_for_more_than_a_day() {
        assertThat(wait(LEAST, 1, Duration.ofDays(300))).isEqualTo(Duration.ofHours(24));
        assertThat(wait(LEAST, 2, Duration.ofDays(300))).isEqualTo(Duration.ofHours(30));
    }

    @Test
    void what_a_receiver_asks_for_is_read_from_seconds_and_dates() {
        assertThat(RetryAfter.read("120", NOW)).hasValue(Duration.ofMinutes(2));
        assertThat(RetryAfter.read(" 0 ", NOW)).hasValue(Duration.ZERO);
        assertThat(RetryAfter.read("Mon, 02 Mar 2026 15:01:00 GMT", NOW)).hasValue(Duration.ofMinutes(1));
        assertThat(RetryAfter.read("Mon, 02 Mar 2026 14:00:00 GMT", NOW)).hasValue(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999999999", "99999999999999999999", "9223372036854775808", "00000000000000086400"})
    void very_many_seconds_are_a_day(String seconds) {
        var asked = RetryAfter.read(seconds, NOW).orElseThrow();
        assertThat(wait(LEAST, 1, asked)).isEqualTo(Duration.ofHours(24));
        assertThat(RetryAfter.read("0000000000000000005", NOW)).hasValue(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sun, 06 Nov 2033 08:49:37 GMT  | 2033-11-06T08:49:37Z
            Sun, 06 Nov 2033 08:49:60 GMT  | 2033-11-06T08:49:59Z
            Sunday, 06-Nov-33 08:49:60 GMT | 2033-11-06T08:49:59Z
            Sunday, 06-Nov-33 08:49:37 GMT | 2033-11-06T08:49:37Z
            Sun Nov  6 08:49:37 2033       | 2033-11-06T08:49:37Z
            Tue Mar 10 00:00:00 2026       | 2026-03-10T00:00:00Z
            Sunday, 01-Mar-76 00:00:00 GMT | 2076-03-01T00:00:00Z
            Tuesday, 01-Sep-26 00:00:00 GMT | 2026-09-01T00:00:00Z
            """)
    void all_forms_of_dates_of_http_are_read(String text, Instant date) {
        assertThat(RetryAfter.read(text, NOW)).hasValue(Duration.between(NOW, date));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sun, 06 Nov 1994 08:49:37 GMT",
                "Sunday, 06-Nov-94 08:49:37 GMT",
                "Sun Nov  6 08:49:37 1994",
                "Tuesday, 01-Mar-77 00:00:00 GMT"
            })
    void a_date_that_is_past_asks_for_no_time(String text) {
        assertThat(RetryAfter.read(text, NOW)).hasValue(Duration.ZERO);
    }

    @Test
    void what_cannot_be_read_counts_as_nothing() {
        for (var text : List.of(
                "",
                "soon",
                "-1",
                "+5",
                "1.5",
                "1e3",
                "0x5",
                "\u0663",
                "5 s",
                "Tue, 02 Mar 2026 15:01:00 GMT",
                "Monday, 02-M\u00e4r-26 15:01:00 GMT",
                "Sunday, 06-Nov-2033 08:49:37 GMT",
                "Sun Nov 06 08:49:37 33")) {
            assertThat(RetryAfter.read(text, NOW)).as(text).isEmpty();
        }
        assertThat(RetryAfter.read(null, NOW)).isEmpty();
    }
}
