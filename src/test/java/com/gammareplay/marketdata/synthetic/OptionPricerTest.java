package com.gammareplay.marketdata.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.gammareplay.model.Right;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionPricerTest {

    private static final double PRICE = 6_700;
    private static final double DAY = 23_400;

    @Test
    void an_option_at_the_money_is_worth_two_fifths_of_the_expected_move() {
        var pricer = new OptionPricer(PRICE, 0.16, DAY);
        var move = PRICE * 0.16 / Math.sqrt(252);
        assertThat(pricer.timeValue(6_700)).isCloseTo(move / Math.sqrt(2 * Math.PI), within(0.01));
    }

    @ParameterizedTest
    @ValueSource(doubles = {DAY, 3_600, 60, 1, 0})
    void values_fall_away_from_the_money_and_verticals_cost_less_than_their_width(double seconds) {
        var pricer = new OptionPricer(PRICE, 0.12, seconds);
        for (var strike = 6_400; strike < 7_000; strike += 5) {
            assertThat(call(pricer, strike) - call(pricer, strike + 5)).isBetween(-1e-6, 5 + 1e-6);
            assertThat(put(pricer, strike + 5) - put(pricer, strike)).isBetween(-1e-6, 5 + 1e-6);
        }
    }

    @Test
    void puts_below_are_dearer_than_calls_as_far_above() {
        var pricer = new OptionPricer(PRICE, 0.12, DAY);
        assertThat(pricer.timeValue(6_650)).isGreaterThan(pricer.timeValue(6_750));
    }

    @Test
    void deltas_of_call_and_put_differ_by_one_and_gamma_is_largest_at_the_money() {
        var pricer = new OptionPricer(PRICE, 0.12, DAY);
        var call = pricer.greeks(6_700, Right.CALL);
        var put = pricer.greeks(6_700, Right.PUT);
        assertThat(known(call.delta()) - known(put.delta())).isCloseTo(1, within(1e-3));
        assertThat(call.gamma())
                .isEqualTo(put.gamma())
                .isGreaterThan(pricer.greeks(6_800, Right.CALL).gamma());
        assertThat(call.theta()).isNegative();
        assertThat(call.vega()).isPositive();
    }

    private static double known(@Nullable Double value) {
        return Objects.requireNonNull(value);
    }

    private static double call(OptionPricer pricer, int strike) {
        return pricer.timeValue(strike) + pricer.intrinsic(strike, Right.CALL);
    }

    private static double put(OptionPricer pricer, int strike) {
        return pricer.timeValue(strike) + pricer.intrinsic(strike, Right.PUT);
    }
}
