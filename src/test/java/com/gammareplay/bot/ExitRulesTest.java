package com.gammareplay.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.parameters.ParameterValues;
import com.gammareplay.parameters.Preset;
import com.gammareplay.parameters.TypedParameters;
import com.gammareplay.testing.Vectors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ExitRulesTest {

    static List<Arguments> cases() {
        return Vectors.cases("exit_rules.json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void exits_equal_the_independent_implementation(String name, JsonNode input, JsonNode expected) {
        var rules = new ExitRules(parameters(input.path("parameters")).exits(), Evidence::new);
        var state = new ExitState(
                input.path("credit").asLong(),
                Confidence.valueOf(input.path("confidence").asString()),
                input.path("scale").asInt(),
                input.path("entryDistance").asInt(),
                input.path("entryMid").asDouble(),
                0);

        var reasons = new ArrayList<@Nullable String>();
        for (var tick : input.path("ticks")) {
            reasons.add(reason(rules, state, tick));
        }

        var wanted = new ArrayList<@Nullable String>();
        expected.path("reasons").forEach(reason -> wanted.add(reason.isNull() ? null : reason.asString()));
        assertThat(reasons).isEqualTo(wanted);
        assertThat(state.bestP()).isEqualTo(expected.path("bestP").asDouble());
        assertThat(state.isTrailing()).isEqualTo(expected.path("trailing").asBoolean());
        assertThat(state.isHold()).isEqualTo(expected.path("hold").asBoolean());
    }

    private static @Nullable String reason(ExitRules rules, ExitState state, JsonNode tick) {
        var mark = new Mark(
                tick.path("mid").asDouble(),
                tick.path("worst").asDouble(),
                tick.path("best").asDouble(),
                tick.path("newest").asLong());
        var vix = tick.path("vix").isNull() ? Double.NaN : tick.path("vix").asDouble();
        return rules.evaluate(
                        state,
                        mark,
                        tick.path("age").asLong(),
                        tick.path("left").asLong(),
                        () -> vix)
                .map(met -> met.reason().name())
                .orElse(null);
    }

    private static StrategyParameters parameters(JsonNode changes) {
        var plain = new LinkedHashMap<String, Object>();
        changes.properties()
                .forEach(change -> plain.put(
                        change.getKey(),
                        change.getValue().isString()
                                ? change.getValue().asString()
                                : (Object) change.getValue().asDouble()));
        return TypedParameters.of(ParameterValues.read(Preset.LIVE, plain));
    }
}
