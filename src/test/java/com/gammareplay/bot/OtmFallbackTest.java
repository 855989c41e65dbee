package com.gammareplay.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.model.Index;
import com.gammareplay.testing.Vectors;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class OtmFallbackTest {

    private static final double VIX_CEILING = 20;

    static List<Arguments> cases() {
        return Vectors.cases("otm_fallback.json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void setup_equals_the_independent_implementation(String name, JsonNode input, JsonNode expected) {
        var index = Index.valueOf(input.path("index").asString());
        var pin = input.path("pin").asInt();
        var price = input.path("indexPrice").asInt();
        var vix = input.path("vix").asDouble();
        var time = LocalTime.parse(input.path("time").asString());
        var plan = TradeSetup.of(index, pin, price, vix)
                .or(() -> OtmFallback.of(
                        index, pin, price, vix, time, input.path("hoursLeft").asDouble()));

        if (expected.has("skip")) {
            assertThat(plan.isEmpty() || vix >= VIX_CEILING).isTrue();
            assertThat(expected.path("skip").asString())
                    .isEqualTo(vix >= VIX_CEILING ? "VIX_CEILING" : "TOO_FAR_FROM_PIN");
        } else {
            var found = plan.orElseThrow();
            assertThat(found.legs().stream()
                            .map(leg -> leg.side() + " " + leg.right() + " " + leg.strike())
                            .toList())
                    .isEqualTo(Vectors.legs(expected));
            assertThat(List.of(
                            found.strategy().name(),
                            found.direction().name(),
                            found.confidence().name()))
                    .isEqualTo(List.of(
                            expected.path("strategy").asString(),
                            expected.path("direction").asString(),
                            expected.path("confidence").asString()));
            assertThat(found.fallback()).isEqualTo(expected.path("fallback").asBoolean());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "10:00, 6.0, true",
        "09:59:59, 6.0, false",
        "14:00, 2.0, true",
        "14:00:01, 2.0, false",
        "12:00, 1.9999, false",
        "12:00, 6.0001, false"
    })
    void it_is_tried_between_its_hours_inclusive(LocalTime time, double hoursLeft, boolean tried) {
        assertThat(OtmFallback.of(Index.SPX, 5900, 6000, 15, time, hoursLeft).isPresent())
                .isEqualTo(tried);
    }
}
