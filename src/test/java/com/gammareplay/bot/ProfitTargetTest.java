package com.gammareplay.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.gammareplay.parameters.ParameterValues;
import com.gammareplay.parameters.Preset;
import com.gammareplay.parameters.TypedParameters;
import com.gammareplay.testing.Vectors;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ProfitTargetTest {

    static List<Arguments> cases() {
        return Vectors.cases("profit_target.json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void target_equals_the_independent_implementation_to_the_bit(String name, JsonNode input, JsonNode expected) {
        var preset = Preset.find(input.path("preset").asString()).orElseThrow();
        var exits = TypedParameters.of(ParameterValues.of(preset)).exits();

        var target = exits.target(
                Confidence.valueOf(input.path("confidence").asString()),
                input.path("hoursSinceEntry").asDouble());

        assertThat(target).isEqualTo(expected.asDouble());
    }

    @ParameterizedTest
    @CsvSource({"0, 0.2", "1, 0.2", "1.5, 0.3", "2, 0.4", "9, 0.4"})
    void it_is_constant_before_the_first_and_after_the_last_point(double hours, double fraction) {
        var target = new ProfitTarget(List.of(new ProfitTarget.Point(1, 0.2), new ProfitTarget.Point(2, 0.4)));

        assertThat(target.at(hours)).isEqualTo(fraction, within(1e-15));
    }

    @Test
    void a_constant_target_replaces_the_curve_for_its_confidence_only() {
        var exits = TypedParameters.of(ParameterValues.read(Preset.LIVE, Map.of("profitTargetHigh", 0.9)))
                .exits();

        assertThat(exits.target(Confidence.HIGH, 1)).isEqualTo(0.9);
        assertThat(exits.target(Confidence.MEDIUM, 1)).isEqualTo(0.55);
    }

    @Test
    void hours_must_rise() {
        var point = new ProfitTarget.Point(1, 0.2);

        assertThatThrownBy(() -> new ProfitTarget(List.of(point, point)))
                .hasMessage("hours must rise, but 1.0 follows 1.0");
        assertThatThrownBy(() -> new ProfitTarget(List.of())).hasMessage("must have at least one point");
    }
}
