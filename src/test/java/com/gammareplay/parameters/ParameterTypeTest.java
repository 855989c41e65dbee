package com.gammareplay.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each parameter accepts, and what it says to anything else. */
class ParameterTypeTest {

    private static @Nullable Object read(String name, Object value) {
        return ParameterValues.read(Preset.LIVE, Map.of(name, value)).plain().get(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    step                  | 1     | 3600
                    maxQuoteAge           | 0     | 86400
                    contextMaxAge         | 0     | 86400
                    snapshotBefore        | 0     | 86400
                    snapshotWindow        | 0     | 86400
                    vixFloor              | 0     | 1000
                    vixCeiling            | 0     | 1000
                    holdMaxVix            | 0     | 1000
                    otmMinCredit          | -1e9  | 1e9
                    minCredit             | -1e9  | 1e9
                    minShortDistance      | -100  | 100
                    minShortDistance.SPX  | -100  | 100
                    minShortDistance.NDX  | -100  | 100
                    dailyLossLimit        | -1e9  | 1e9
                    maxOpenPositions      | 0     | 1000
                    contracts             | 0     | 1000
                    maxContracts          | 0     | 1000
                    riskPerContract       | -1e9  | 1e9
                    minBalance            | -1e9  | 1e9
                    kellyWindow           | 0     | 1000
                    kellyMinTrades        | 0     | 1000
                    fillFraction          | 0     | 1
                    slippage              | 0     | 10000
                    commissionPerContract | -1e9  | 1e9
                    profitTargetHigh      | -100  | 100
                    profitTargetMedium    | -100  | 100
                    trailingArm           | -100  | 100
                    trailingDistance      | -100  | 100
                    holdProfit            | -100  | 100
                    holdMinRemaining      | 0     | 86400
                    holdMinDistance       | -100  | 100
                    hardCloseBefore       | 0     | 86400
                    autoCloseBefore       | 0     | 86400
                    stopLoss              | -100  | 100
                    stopLossAfter         | 0     | 86400
                    emergencyStop         | -100  | 100
                    emergencyAfter        | 0     | 86400
                    settledWidth          | -100  | 100
                    settledChange         | -100  | 100
                    settledStop           | -100  | 100
                    """)
    void a_range_includes_its_ends_and_nothing_beyond(String name, double least, double most) {
        assertThat((Number) read(name, least)).extracting(Number::doubleValue).isEqualTo(least);
        assertThat((Number) read(name, most)).extracting(Number::doubleValue).isEqualTo(most);
        for (var value : List.of(least - 1, most + 1, -1e300, Double.NaN, Double.POSITIVE_INFINITY)) {
            assertThatThrownBy(() -> read(name, value))
                    .isInstanceOf(InvalidParametersException.class)
                    .hasMessageContaining("from " + new BigDecimal(least).toPlainString() + " to ")
                    .hasMessageEndingWith("was " + value);
        }
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("step", "30"),
                Arguments.of("step", 30.5),
                Arguments.of("step", true),
                Arguments.of("step", BigInteger.TWO.pow(64)),
                Arguments.of("step", BigInteger.TWO.pow(64).add(BigInteger.valueOf(30))),
                Arguments.of("stopLoss", "-0.15"),
                Arguments.of("stopLoss", List.of()),
                Arguments.of("stopLoss", false),
                Arguments.of("brokenWing", "true"),
                Arguments.of("brokenWing", 1),
                Arguments.of("sizing", "fixed"),
                Arguments.of("sizing", "KELLY"),
                Arguments.of("sizing", 0),
                Arguments.of("entryFrom", "9:36"),
                Arguments.of("entryFrom", "24:00"),
                Arguments.of("entryFrom", "10:60"),
                Arguments.of("entryFrom", "10:00:00"),
                Arguments.of("entryFrom", "١٠:٠٠"),
                Arguments.of("entryFrom", 10),
                Arguments.of("entryTimes", "10:00"),
                Arguments.of("entryTimes", List.of("10:30", "10:00")),
                Arguments.of("entryTimes", List.of("10:00", "10:00")),
                Arguments.of("entryTimes", List.of("10:00", 11)),
                Arguments.of("excludedDates", "2026-01-28"),
                Arguments.of("excludedDates", List.of("2026-02-30")),
                Arguments.of("excludedDates", List.of("28.01.2026")),
                Arguments.of("excludedDates", Map.of()),
                Arguments.of("profitTarget", List.of()),
                Arguments.of("profitTarget", 0.5),
                Arguments.of("profitTarget", List.of(0.5)),
                Arguments.of("profitTarget", List.of(Map.of("hours", 0))),
                Arguments.of("profitTarget", List.of(Map.of("hours", 0, "fraction", 0.5, "extra", 1))),
                Arguments.of("profitTarget", List.of(Map.of("hours", "0", "fraction", 0.5))),
                Arguments.of("profitTarget", List.of(Map.of("hours", 0, "fraction", 101))),
                Arguments.of(
                        "profitTarget",
                        List.of(Map.of("hours", 1, "fraction", 0.5), Map.of("hours", 1, "fraction", 0.6))));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void a_value_of_another_kind_is_refused_by_the_parameter_s_name(String name, Object value) {
        assertThatThrownBy(() -> read(name, value))
                .isInstanceOf(InvalidParametersException.class)
                .hasMessageStartingWith(name + ": ");
    }

    static Stream<Arguments> accepted() {
        return Stream.of(
                Arguments.of("step", 60L, 60),
                Arguments.of("step", 60.0, 60),
                Arguments.of("step", new BigDecimal("60.00"), 60),
                Arguments.of("step", BigInteger.valueOf(60), 60),
                Arguments.of("stopLoss", -1, -1.0),
                Arguments.of("stopLoss", -0.0, 0.0),
                Arguments.of("entryTimes", List.of(), List.of()),
                Arguments.of("entryTimes", List.of("00:00", "23:59"), List.of("00:00", "23:59")),
                Arguments.of(
                        "excludedDates",
                        List.of("2026-03-18", "2026-01-28", "2026-01-28", "2026-01-31"),
                        List.of("2026-01-28", "2026-01-31", "2026-03-18")),
                Arguments.of(
                        "profitTarget",
                        List.of(Map.of("hours", -1, "fraction", 2)),
                        List.of(Map.of("hours", -1.0, "fraction", 2.0))));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void a_value_is_kept_in_one_form(String name, Object value, Object kept) {
        assertThat(read(name, value)).isEqualTo(kept);
    }

    @Test
    void a_long_value_is_shortened_in_the_message() {
        assertThatThrownBy(() -> read("sizing", "x".repeat(1000)))
                .hasMessageMatching("sizing: must be one of FIXED, HALF_KELLY, was \"x{59}…");
    }
}
