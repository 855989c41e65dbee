package com.gammareplay.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gammareplay.model.Index;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Names, defaults and presets of the parameters are those of the rules. */
class ParametersTest {

    private static final String LIVE = """
            entryTimes = [09:36, 10:00, 10:30, 11:00, 11:30, 12:00, 12:30, 13:00]
            entryFrom = 10:00
            entryUntil = 12:00
            step = 30
            tradeEarlyClose = false
            excludedDates = []
            gexSource = RECORDED
            maxQuoteAge = 90
            contextMaxAge = 2100
            snapshotBefore = 90
            snapshotWindow = 120
            vixFloor = 13.0
            vixCeiling = 20.0
            brokenWing = false
            otmFallback = false
            otmMinCredit = 0.2
            minShortDistance = null
            minShortDistance.SPX = 5.0
            minShortDistance.NDX = 10.0
            minCredit = 1.3
            momentumFilter = true
            dailyLossLimit = -500.0
            maxOpenPositions = 3
            sizing = FIXED
            contracts = 1
            maxContracts = 3
            riskPerContract = 250.0
            minBalance = 10000.0
            kellyWindow = 50
            kellyMinTrades = 10
            fillModel = NATURAL
            fillFraction = 0.5
            slippage = 0
            commissionPerContract = 0.0
            profitTarget = [{hours=0.0, fraction=0.5}, {hours=1.0, fraction=0.55}, {hours=2.0, fraction=0.6}, \
            {hours=3.0, fraction=0.7}, {hours=4.0, fraction=0.8}]
            profitTargetHigh = null
            profitTargetMedium = null
            trailingArm = 0.3
            trailingDistance = 0.1
            holdProfit = 0.8
            holdMaxVix = 17.0
            holdMinRemaining = 3600
            holdMinDistance = 8.0
            hardCloseBefore = 300
            autoCloseBefore = 1800
            stopBasis = MID
            stopLoss = -0.15
            stopLossAfter = 540
            emergencyStop = -0.25
            emergencyAfter = 60
            settledWidth = 0.15
            settledChange = 5.0
            settledStop = -0.35
            """;

    private static final String JANUARY = """
            entryFrom = 09:36
            entryUntil = 13:01
            vixFloor = 12.0
            profitTargetHigh = 0.5
            profitTargetMedium = 0.6
            trailingArm = 0.2
            trailingDistance = 0.08
            stopLoss = -0.1
            stopLossAfter = 180
            emergencyStop = -0.4
            """;

    private static List<String> lines(Map<String, @Nullable Object> plain) {
        return plain.entrySet().stream()
                .map(value -> value.getKey() + " = " + value.getValue())
                .toList();
    }

    @Test
    void the_live_preset_has_the_values_of_the_rules() {
        assertThat(lines(ParameterValues.of(Preset.LIVE).plain()))
                .containsExactlyElementsOf(LIVE.lines().toList());
    }

    @Test
    void the_january_preset_differs_in_ten_values() {
        var live = lines(ParameterValues.of(Preset.LIVE).plain());
        var january = lines(ParameterValues.of(Preset.JANUARY).plain());

        assertThat(january.stream().filter(line -> !live.contains(line)).collect(Collectors.joining("\n", "", "\n")))
                .isEqualTo(JANUARY);
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void plain_values_are_read_back_to_themselves(Preset preset) {
        var plain = ParameterValues.of(preset).plain();

        assertThat(ParameterValues.read(Preset.LIVE, plain).plain()).isEqualTo(plain);
        assertThat(ParameterValues.read(Preset.JANUARY, plain).plain()).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({"live, LIVE", "january, JANUARY", "Live,", "LIVE,", "march,"})
    void presets_are_found_by_their_label(String label, @Nullable Preset preset) {
        assertThat(Preset.find(label).orElse(null)).isEqualTo(preset);
    }

    static Stream<Parameter<?>> parameters() {
        return Parameters.all().stream();
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void every_parameter_can_be_changed_by_its_name_and_reaches_the_rules(Parameter<?> parameter) {
        var changed = ParameterValues.read(Preset.LIVE, Map.of(parameter.name(), other(parameter)));

        var lines = lines(changed.plain());
        assertThat(lines.stream().filter(line -> !LIVE.lines().toList().contains(line)))
                .isNotEmpty() // the distance of both indices is filled in for each
                .allSatisfy(line -> assertThat(line).matches(parameter.name() + "(\\.SPX|\\.NDX)? = .*"));
        assertThat(TypedParameters.of(changed)).isNotEqualTo(TypedParameters.of(ParameterValues.of(Preset.LIVE)));
    }

    /** Some accepted value that is not the default. */
    private static Object other(Parameter<?> parameter) {
        return switch (parameter.type()) {
            case FlagType _ -> !(Boolean) parameter.standard();
            case TimeType _ -> "11:11";
            case TimesType _ -> List.of("11:11");
            case DatesType _ -> List.of("2026-01-28");
            case TargetsType _ -> List.of(Map.of("hours", 0, "fraction", 0.25));
            case ChoiceType<?>(var options) ->
                Arrays.stream(options.getEnumConstants())
                        .filter(option -> option != parameter.standard())
                        .findFirst()
                        .orElseThrow()
                        .name();
            case DecimalType _ -> 0.75;
            case WholeType _ -> 17;
            case UnsetType<?> _ -> 0.75;
        };
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void null_is_accepted_only_where_it_means_something(Parameter<?> parameter) {
        var change = Collections.<String, @Nullable Object>singletonMap(parameter.name(), null);
        if (parameter.name().matches("minShortDistance|profitTarget(High|Medium)")) {
            assertThat(ParameterValues.read(Preset.JANUARY, change).plain()).containsEntry(parameter.name(), null);
        } else if (parameter.name().startsWith("minShortDistance.")) {
            assertThat(ParameterValues.read(Preset.LIVE, change).plain())
                    .isEqualTo(ParameterValues.of(Preset.LIVE).plain());
        } else {
            assertThatThrownBy(() -> ParameterValues.read(Preset.LIVE, change))
                    .isInstanceOf(InvalidParametersException.class)
                    .hasMessageStartingWith(parameter.name() + ": must be ")
                    .hasMessageEndingWith("was null");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "minCredits, minCredit",
        "MINCREDIT, minCredit",
        "stoploss, stopLoss",
        "quoteAge, maxQuoteAge",
        "minShortDistance.RUT, minShortDistance.NDX"
    })
    void an_unknown_name_is_refused_with_the_nearest_one(String name, String nearest) {
        assertThatThrownBy(() -> ParameterValues.read(Preset.LIVE, Map.of(name, 1)))
                .hasMessageStartingWith(name + ": unknown parameter, did you mean ")
                .hasMessageContaining(nearest.startsWith("minShort") ? "minShortDistance" : nearest + "?");
    }

    @Test
    void all_problems_are_found_at_once() {
        var changes = new HashMap<String, Object>(Map.of("step", 0, "stopLoss", "x", "minCredit", 2, "nonsense", 1));

        assertThatThrownBy(() -> ParameterValues.read(Preset.LIVE, changes))
                .isInstanceOfSatisfying(
                        InvalidParametersException.class,
                        e -> assertThat(e.problems())
                                .extracting(InvalidParametersException.Problem::parameter)
                                .containsExactlyInAnyOrder("step", "stopLoss", "nonsense"));
    }

    @ParameterizedTest
    @CsvSource({"-1, -1, 5.0, 10.0", "7, -1, 7.0, 7.0", "7, 9, 7.0, 9.0", "-1, 9, 5.0, 9.0"})
    void the_limit_of_one_index_wins_over_that_of_both(double both, double ndx, double spx, double expectedNdx) {
        var changes = new HashMap<String, Object>();
        if (both >= 0) {
            changes.put("minShortDistance", both);
        }
        if (ndx >= 0) {
            changes.put("minShortDistance.NDX", ndx);
        }
        var setup =
                TypedParameters.of(ParameterValues.read(Preset.LIVE, changes)).setup();

        assertThat(setup.minShortDistance(Index.SPX)).isEqualTo(spx);
        assertThat(setup.minShortDistance(Index.NDX)).isEqualTo(expectedNdx);
    }
}
