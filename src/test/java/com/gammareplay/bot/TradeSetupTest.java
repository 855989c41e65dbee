package com.gammareplay.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.model.Index;
import com.gammareplay.testing.TradedDay;
import com.gammareplay.testing.Vectors;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What is sold where, asked of the rule itself and through a whole session that quotes the expected legs. */
class TradeSetupTest {

    static List<Arguments> cases() {
        return Vectors.cases("trade_setup.json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void setup_equals_the_independent_implementation(String name, JsonNode input, JsonNode expected) {
        var index = Index.valueOf(input.path("index").asString());
        var vix = input.path("vix").asDouble();
        var plan = TradeSetup.of(index, points(input.path("pin")), points(input.path("price")), vix);

        assertThat(points(input.path("pin"))).isEqualTo(expected.path("pin").asInt());
        assertThat(points(input.path("price"))).isEqualTo(expected.path("px").asInt());
        if (expected.path("outcome").asString().equals("TRADE")) {
            var found = plan.orElseThrow();
            assertThat(texts(found)).isEqualTo(Vectors.legs(expected));
            assertThat(found.strategy().name())
                    .isEqualTo(expected.path("strategy").asString());
            assertThat(found.direction().name())
                    .isEqualTo(expected.path("direction").asString());
            assertThat(found.confidence().name())
                    .isEqualTo(expected.path("confidence").asString());
            assertThat(found.widestWing()).isEqualTo(expected.path("width").asInt());
            assertThat(TradeSetup.wingWidth(index, vix))
                    .isEqualTo(expected.path("width").asInt());
        } else if (expected.path("reason").asString().equals("TOO_FAR_FROM_PIN")) {
            assertThat(plan).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void a_check_answers_the_same(String name, JsonNode input, JsonNode expected) {
        var index = Index.valueOf(input.path("index").asString());
        var pin = input.path("pin").asString();
        var price = input.path("price").asString();
        var vix = input.path("vix").asString();
        var day = TradedDay.of(
                        "10:00:00 " + index + " peak " + pin, "10:00:00 " + index + " context " + price + " " + vix)
                .of(index)
                .with("vixFloor", 0)
                .with("vixCeiling", input.path("vixCeiling").asDouble())
                .with("minShortDistance", -100)
                .trade();

        var reason = expected.path("outcome").asString().equals("TRADE")
                ? "NO_QUOTE"
                : expected.path("reason").asString();
        assertThat(String.valueOf(day.decision().reason())).isEqualTo(reason);
        if (reason.equals("NO_QUOTE")) {
            assertThat(day.decision().values())
                    .containsEntry("leg", Vectors.legs(expected).getFirst());
        }
    }

    private static int points(JsonNode level) {
        return (int) Math.rint(level.asDouble());
    }

    private static List<String> texts(TradePlan plan) {
        return plan.legs().stream()
                .map(leg -> leg.side() + " " + leg.right() + " " + leg.strike())
                .toList();
    }
}
