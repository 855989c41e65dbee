package com.gammareplay.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.parameters.ParameterValues;
import com.gammareplay.parameters.Preset;
import com.gammareplay.parameters.TypedParameters;
import com.gammareplay.testing.Vectors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class PositionSizeTest {

    static List<Arguments> cases() {
        return Vectors.cases("half_kelly.json");
    }

    private record Account(long balance, List<Double> closed) implements AccountView {
        @Override
        public long closedToday() {
            return 0;
        }

        @Override
        public int openPositions() {
            return 0;
        }

        @Override
        public double[] lastPnlPerContract(int count) {
            return closed.subList(Math.max(0, closed.size() - count), closed.size()).stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
        }
    }

    private static StrategyParameters.Risk risk(Map<String, Object> parameters) {
        return TypedParameters.of(ParameterValues.read(Preset.LIVE, parameters)).risk();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void half_kelly_equals_the_independent_implementation(String name, JsonNode input, JsonNode expected) {
        var parameters = new HashMap<String, Object>();
        input.path("parameters")
                .properties()
                .forEach(change -> parameters.put(
                        change.getKey(),
                        change.getValue().isString()
                                ? change.getValue().asString()
                                : (Object) change.getValue().asDouble()));
        var closed = input.path("closed")
                .valueStream()
                .map(trade -> trade.path("pnlPerContract").asDouble())
                .toList();
        var account = new Account(Math.round(input.path("balance").asDouble() * 100), closed);

        assertThat(PositionSize.of(risk(parameters), account, Evidence.NONE))
                .isEqualTo(expected.path("contracts").asInt());
    }

    @ParameterizedTest
    @CsvSource({"FIXED, 1000000, 7", "FIXED, 999999, 0", "HALF_KELLY, 1000000, 1", "HALF_KELLY, 999999, 0"})
    void nothing_is_traded_below_the_least_balance(String sizing, long balance, int contracts) {
        var risk = risk(Map.of("sizing", sizing, "contracts", 7));

        assertThat(PositionSize.of(risk, new Account(balance, List.of()), Evidence.NONE))
                .isEqualTo(contracts);
    }

    @ParameterizedTest
    @CsvSource({"10, 3", "11, 1"})
    void half_kelly_waits_for_enough_trades(int least, int contracts) {
        var risk = risk(Map.of("sizing", "HALF_KELLY", "kellyMinTrades", least));
        var closed = List.of(50.0, 50.0, 50.0, 50.0, 50.0, 50.0, 50.0, 50.0, 50.0, -20.0);

        assertThat(PositionSize.of(risk, new Account(2_500_000, closed), Evidence.NONE))
                .isEqualTo(contracts);
    }
}
