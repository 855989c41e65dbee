package com.gammareplay.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.model.Index;
import com.gammareplay.testing.Vectors;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class BrokenWingTest {

    static List<Arguments> cases() {
        return Vectors.cases("broken_wing.json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void legs_equal_the_independent_implementation(String name, JsonNode input, JsonNode expected) {
        var index = Index.valueOf(input.path("index").asString());
        var price = input.path("indexPrice").asInt();
        var vix = input.path("vix").asDouble();
        var polarity = new Gex.Polarity(
                input.path("gpi").asDouble(), input.path("magnitude").asDouble());
        var condor = TradeSetup.of(index, input.path("pin").asInt(), price, vix).orElseThrow();

        var plan = BrokenWing.applies(polarity, vix) ? BrokenWing.broken(condor, index, price, polarity.gpi()) : condor;

        assertThat(plan.legs().stream()
                        .map(leg -> leg.side() + " " + leg.right() + " " + leg.strike())
                        .toList())
                .isEqualTo(Vectors.legs(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "0.2, 5e9, 25, true",
        "-0.2, 5e9, 25, true",
        "0.19999, 5e9, 25, false",
        "0.2, 4.999e9, 25, false",
        "0.2, 5e9, 25.01, false"
    })
    void a_polarity_counts_at_its_limits(double gpi, double magnitude, double vix, boolean applies) {
        assertThat(BrokenWing.applies(new Gex.Polarity(gpi, magnitude), vix)).isEqualTo(applies);
    }

    @Test
    void a_short_at_the_money_keeps_the_condor_as_it_was() {
        var condor = TradeSetup.condor(6070, 6080, 6030, 6020);

        assertThat(BrokenWing.broken(condor, Index.SPX, 6070, 0.5)).isSameAs(condor);
        assertThat(BrokenWing.broken(condor, Index.SPX, 6030, 0.5)).isSameAs(condor);
        assertThat(BrokenWing.broken(condor, Index.SPX, 6069, 0.5)).isNotEqualTo(condor);
    }
}
