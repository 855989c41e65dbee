package com.gammareplay.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.model.Index;
import com.gammareplay.model.Leg;
import com.gammareplay.model.Right;
import com.gammareplay.model.Side;
import com.gammareplay.testing.Vectors;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class CreditRulesTest {

    static List<Arguments> widths() {
        return Vectors.cases("quote_width.json");
    }

    static List<Arguments> minima() {
        return Vectors.cases("min_credit.json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("widths")
    void quote_width_equals_the_independent_implementation(String name, JsonNode input, JsonNode expected) {
        var index = Index.valueOf(input.path("index").asString());
        var shortLeg = quote(Side.SHORT, input.path("shortBid"), input.path("shortAsk"));
        var longLeg = quote(Side.LONG, input.path("longBid"), input.path("longAsk"));
        var credit = shortLeg.mid() + longLeg.mid();
        var width = shortLeg.width() + longLeg.width();

        assertThat(credit).isEqualTo(expected.path("midCredit").asDouble());
        assertThat(width).isEqualTo(expected.path("width").asInt());
        assertThat(CreditRules.tolerance(index, credit))
                .isEqualTo(expected.path("tolerance").asDouble());
        assertThat(CreditRules.isTight(index, width, credit))
                .isEqualTo(expected.path("passes").asBoolean());
    }

    private static LegQuote quote(Side side, JsonNode bid, JsonNode ask) {
        return new LegQuote(new Leg(Right.CALL, 6000, side), 0, bid.asInt(), ask.asInt(), 0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("minima")
    void hourly_minimum_equals_the_independent_implementation(String name, JsonNode input, JsonNode expected) {
        var index = Index.valueOf(input.path("index").asString());
        var time = LocalTime.parse(input.path("checkTime").asString());

        assertThat(CreditRules.hourlyMinimum(index, time)).isEqualTo(expected.asInt());
    }

    @ParameterizedTest
    @CsvSource({
        "SPX, 99.5, 0.12", "SPX, 100, 0.15", "SPX, 149.5, 0.15", "SPX, 150, 0.20",
        "SPX, 249.5, 0.20", "SPX, 250, 0.25", "NDX, 249.5, 0.20", "NDX, 250, 0.30"
    })
    void the_tolerance_steps_up_at_the_credit(Index index, double credit, double tolerance) {
        assertThat(CreditRules.tolerance(index, credit)).isEqualTo(tolerance);
    }
}
