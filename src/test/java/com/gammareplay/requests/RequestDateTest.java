package com.gammareplay.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestDateTest {

    @Test
    void a_date_is_written_year_month_day() {
        assertThat(RequestDate.read("2025-11-24")).isEqualTo(LocalDate.of(2025, 11, 24));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            24.11.2025 | 24.11.2025 is no date, write 2025-11-24
            1.12.2025  | 1.12.2025 is no date, write 2025-12-01
            11/24/2025 | 11/24/2025 is no date, write 2025-11-24
            24/11/2025 | 24/11/2025 is no date, write 2025-11-24
            24-11-2025 | 24-11-2025 is no date, write 2025-11-24
            05/05/2025 | 05/05/2025 is no date, write 2025-05-05
            2025-1-2   | 2025-1-2 is no date, write 2025-01-02
            2025/11/24 | 2025/11/24 is no date, write 2025-11-24
            20251124   | 20251124 is no date, write 2025-11-24
            11/12/2025 | 11/12/2025 is no date, write a date as YYYY-MM-DD
            31.02.2025 | 31.02.2025 is no date, write a date as YYYY-MM-DD
            2025112    | 2025112 is no date, write a date as YYYY-MM-DD
            yesterday  | yesterday is no date, write a date as YYYY-MM-DD
            ''         | "" is no date, write a date as YYYY-MM-DD
            2025-02-29 | 2025-02-29 is no date of the calendar
            """)
    void what_is_no_date_is_answered_with_the_one_meant(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequestDate.read(text))
                .withMessage(message);
    }

    @Test
    void a_long_text_is_not_repeated_whole() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequestDate.read("x".repeat(1_000_000)))
                .withMessage("x".repeat(40) + "… is no date, write a date as YYYY-MM-DD");
    }
}
