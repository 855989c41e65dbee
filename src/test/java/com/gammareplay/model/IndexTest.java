package com.gammareplay.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexTest {

    @ParameterizedTest
    @CsvSource({
        "SPX, 6052.5, 6050",
        "SPX, 6057.5, 6060",
        "SPX, 6052.51, 6055",
        "SPX, 6050, 6050",
        "NDX, 21505, 21500",
        "NDX, 21515, 21520",
        "NDX, 21514.99, 21510"
    })
    void a_level_is_rounded_to_the_grid_half_to_even(Index index, double level, int strike) {
        assertThat(index.roundToGrid(level)).isEqualTo(strike);
    }

    @ParameterizedTest
    @CsvSource({"SPX, 5, 1, 0.015, 50, 0.25, 1, 5", "NDX, 10, 5, 0.02, 250, 0.3, 6, 10"})
    void the_constants_of_an_index(
            Index index, int grid, int scale, double window, int far, double wide, int credit, int distance) {
        assertThat(index.strikeGrid()).isEqualTo(grid);
        assertThat(index.scale()).isEqualTo(scale);
        assertThat(index.peakWindow()).isEqualTo(window);
        assertThat(index.farLimit()).isEqualTo(far);
        assertThat(index.wideTolerance()).isEqualTo(wide);
        assertThat(index.creditScale()).isEqualTo(credit);
        assertThat(index.minShortDistance()).isEqualTo(distance);
    }

    @Test
    void spx_comes_before_ndx() {
        assertThat(Index.SPX).isLessThan(Index.NDX);
    }

    @ParameterizedTest
    @CsvSource({
        "CALL, 607100, 607000, 100",
        "CALL, 606900, 607000, 0",
        "PUT, 606900, 607000, 100",
        "PUT, 607100, 607000, 0"
    })
    void an_option_is_worth_what_it_is_in_the_money(Right right, long settlement, long strike, long value) {
        assertThat(right.intrinsic(settlement, strike)).isEqualTo(value);
    }
}
