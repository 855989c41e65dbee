package com.gammareplay.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CentsTest {

    @ParameterizedTest
    // The product decides as a double: 1.005 * 100 is less than 100.5, and 0.145 * 100 is exactly 14.5.
    @CsvSource({
        "1.30, 130",
        "0.125, 12",
        "0.375, 38",
        "-0.125, -12",
        "1.005, 100",
        "0.145, 14",
        "6928.245, 692824",
        "0.004, 0"
    })
    void dollars_become_cents_half_to_even_of_the_product(double dollars, long cents) {
        assertThat(Cents.of(dollars)).isEqualTo(cents);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -1e300, 1e17})
    void what_is_no_amount_is_refused(double dollars) {
        assertThatThrownBy(() -> Cents.of(dollars)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_price_is_at_most_ten_million_dollars() {
        assertThat(Cents.isPrice(10_000_000.00)).isTrue();
        assertThat(Cents.isPrice(10_000_000.01)).isFalse();
        assertThat(Cents.isPrice(-10_000_000.01)).isFalse();
        assertThat(Cents.isPrice(Double.NaN)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"156, 1.56", "156.5, 1.565", "-12.5, -0.125", "0, 0.00", "5, 0.05", "100.25, 1.002", "100.75, 1.008"})
    void cents_are_shown_with_two_decimals_and_half_cents_with_three(double cents, String dollars) {
        assertThat(Cents.toDecimal(cents)).hasToString(dollars);
    }
}
