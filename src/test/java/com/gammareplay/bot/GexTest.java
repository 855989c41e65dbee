package com.gammareplay.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.gammareplay.model.Index;
import com.gammareplay.model.OptionChain;
import com.gammareplay.model.Right;
import com.gammareplay.testing.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class GexTest {

    private static final double TOLERANCE = 1e-12;

    static List<Arguments> cases() {
        return Vectors.cases("gex_pin.json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void pin_peaks_and_polarity_equal_the_independent_implementation(String name, JsonNode input, JsonNode expected) {
        var gex = Gex.of(
                Index.valueOf(input.path("index").asString()),
                input.path("price").asDouble(),
                chain(input.path("chain")));

        assertThat(gex.isCompeting()).isEqualTo(expected.path("competing").asBoolean());
        assertThat(gex.pin().isPresent()).isEqualTo(!expected.path("pin").isNull());
        gex.pin()
                .ifPresent(pin -> assertThat(pin).isEqualTo(expected.path("pin").asDouble()));
        assertThat(gex.peaks()).hasSize(expected.path("peaks").size());
        for (var i = 0; i < gex.peaks().size(); i++) {
            var peak = expected.path("peaks").get(i);
            assertThat(gex.peaks().get(i).strike())
                    .isEqualTo(peak.path("strike").asDouble());
            close(gex.peaks().get(i).gex(), peak.path("gex").asDouble());
        }
        comparePolarity(gex, expected.path("polarity"));
    }

    private static void comparePolarity(Gex gex, JsonNode expected) {
        assertThat(gex.polarity().isPresent()).isEqualTo(!expected.isNull());
        gex.polarity().ifPresent(polarity -> {
            close(polarity.gpi(), expected.path("gpi").asDouble());
            close(polarity.magnitude(), expected.path("magnitude").asDouble());
        });
    }

    private static void close(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(TOLERANCE * Math.abs(expected)));
    }

    /** As the recorder writes chains: what is missing or no number is 0 by the time the rules see it. */
    private static OptionChain chain(JsonNode contracts) {
        var entries = new ArrayList<OptionChain.Entry>();
        for (var contract : contracts) {
            var right = Right.valueOf(contract.path("option_type").asString().toUpperCase(Locale.ROOT));
            entries.add(new OptionChain.Entry(
                    contract.path("strike").asDouble(),
                    right,
                    orZero(contract.path("greeks").path("gamma")),
                    orZero(contract.path("open_interest"))));
        }
        return new OptionChain(entries);
    }

    private static double orZero(JsonNode number) {
        return number.isNumber() ? number.doubleValue() : 0;
    }

    private static OptionChain.Entry call(double strike, double gamma) {
        return new OptionChain.Entry(strike, Right.CALL, gamma, 1000);
    }

    @Test
    void of_equal_scores_the_lower_strike_comes_first_whatever_the_order_of_the_chain() {
        var chain = new OptionChain(List.of(call(6060, 0.004), call(6040, 0.004)));

        var peaks = Gex.of(Index.SPX, 6050, chain).peaks();

        assertThat(peaks).extracting(Gex.Peak::strike).containsExactly(6040.0, 6060.0);
    }

    @Test
    void a_price_on_a_peak_does_not_stand_between_two() {
        var chain = new OptionChain(List.of(call(6050, 0.004), call(6060, 0.004)));

        assertThat(Gex.of(Index.SPX, 6050, chain).isCompeting()).isFalse();
    }

    @Test
    void a_strike_exactly_on_the_edge_of_the_window_is_outside() {
        var near = new OptionChain(List.of(call(6090, 0.004), call(5910, 0.004)));
        var inside = new OptionChain(List.of(call(6089, 0.004)));

        assertThat(Gex.of(Index.SPX, 6000, near).polarity()).isEmpty();
        assertThat(Gex.of(Index.SPX, 6000, near).pin()).isEmpty();
        assertThat(Gex.of(Index.SPX, 6000, inside).polarity()).isPresent();
    }
}
