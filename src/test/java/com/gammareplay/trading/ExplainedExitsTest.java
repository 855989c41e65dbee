package com.gammareplay.trading;

import static com.gammareplay.testing.TradedDay.CALL_SPREAD;
import static com.gammareplay.testing.TradedDay.CONDOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.bot.ExitReason;
import com.gammareplay.model.Index;
import com.gammareplay.testing.BotPage;
import com.gammareplay.testing.ShownExit;
import com.gammareplay.testing.TradedDay;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is shown of an exit decided it: asked again by that alone, the rules give the same. */
class ExplainedExitsTest {

    /** Enters at 10:00 for 1.40 with locked quotes, and stands at it. */
    private static TradedDay spread(String... texts) {
        var all = Stream.concat(
                Stream.of(
                        CALL_SPREAD,
                        "09:59:50 SPX C6070 2.60 2.60\n09:59:50 SPX C6075 1.20 1.20",
                        "10:00:20..15:59:50/30 SPX C6070 2.61 2.61\n10:00:20..15:59:50/30 SPX C6075 1.21 1.21"),
                Arrays.stream(texts));
        return TradedDay.of(all.toArray(String[]::new));
    }

    private static String shortQuote(String when, String quote) {
        return when + " SPX C6070 " + quote + "\n";
    }

    /** Sessions that end with a reason, by the rule that they show; every reason must have one. */
    private static Map<String, TradedDay> days(ExitReason reason) {
        var wide = shortQuote("10:00:20", "2.71 3.21");
        return switch (reason) {
            case SETTLEMENT -> Map.of("remaining = 0", TradedDay.of(CALL_SPREAD.replace("15:59:50", "09:59:50")));
            case HARD_CLOSE -> Map.of("remaining <= hardCloseBefore and not hold", spread().with("autoCloseBefore", 0));
            case AUTO_CLOSE -> Map.of("remaining <= autoCloseBefore and not hold", spread());
            case PROFIT_TARGET -> Map.of("p >= target and not hold", spread(shortQuote("11:29:50", "1.78 1.78")));
            case TRAILING_STOP ->
                Map.of("p <= trailingLevel and trailing", spread(shortQuote("10:29:50", "2.15 2.15")));
            case EMERGENCY_STOP ->
                Map.of(
                        "pStop <= emergencyStop and age >= emergencyAfter",
                        spread(wide, shortQuote("10:00:50", "2.71 3.23")),
                        "pStop <= emergencyStop and quoteWidth < settledWidth",
                        spread(shortQuote("10:00:20", "2.96 2.97")),
                        "pStop <= emergencyStop and midChange < settledChange",
                        spread(wide, shortQuote("10:00:50", "2.71 3.23")).with("emergencyAfter", 90),
                        "pStop <= emergencyStop and pStop <= settledStop",
                        spread(shortQuote("10:00:20", "2.80 3.40")));
            case STOP_LOSS ->
                Map.of("pStop <= stopLoss and age >= stopLossAfter", spread(shortQuote("10:09:50", "2.83 2.83")));
        };
    }

    static Stream<Arguments> everyRule() {
        return Arrays.stream(ExitReason.values())
                .flatMap(reason -> days(reason).entrySet().stream()
                        .map(day -> Arguments.of(reason, day.getKey(), day.getValue())));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyRule")
    void the_values_that_are_shown_lead_to_the_exit_again(ExitReason reason, String rule, TradedDay day) {
        var exit = new ShownExit(day.trade().onlyTrade());

        assertThat(exit.reason()).isEqualTo(reason.name());
        assertThat(exit.rule()).isEqualTo(rule);
        assertThat(exit.contradictions()).isEmpty();
    }

    @Test
    void a_stop_loss_shows_everything_that_the_rules_compared() {
        var day = spread(shortQuote("10:09:50", "2.81 2.85"));

        assertThat(day.trade().onlyTrade().exit().values())
                .hasToString("{rule=pStop <= stopLoss and age >= stopLossAfter, age=600, remaining=21000, "
                        + "mid=1.62, worst=1.64, best=1.60, p=-0.15714285714285714, "
                        + "hardCloseBefore=300, autoCloseBefore=1800, "
                        + "hold=false, holdProfit=0.8, holdMaxVix=17.0, holdMinRemaining=3600, "
                        + "entryDistance=10, minEntryDistance=8.0, vix=14.0, target=0.5083333333333333, "
                        + "bestP=0.0, trailing=false, trailingArm=0.3, trailingDistance=0.1, trailingLevel=null, "
                        + "stopBasis=MID, pStop=-0.15714285714285714, emergencyStop=-0.25, emergencyAfter=60, "
                        + "quoteWidth=0.024691358024691357, settledWidth=0.15, midChange=22.0, settledChange=5.0, "
                        + "settledStop=-0.35, stopLoss=-0.15, stopLossAfter=540, "
                        + "vixAge=620, contextMaxAge=2100, maxQuoteAge=90}");
    }

    @Test
    void a_trailing_stop_shows_the_best_profit_and_the_level() {
        // 0.95 to buy back is a profit of 45 in 140; 1.15 of 25.
        var day = spread(shortQuote("10:09:50", "2.16 2.16"), shortQuote("10:10:20", "2.36 2.36"));

        var best = (140 - 95.0) / 140;
        assertThat(day.trade().onlyTrade().exit().values())
                .containsEntry("bestP", best)
                .containsEntry("trailing", true)
                .containsEntry("trailingArm", 0.30)
                .containsEntry("trailingLevel", best - 0.10)
                .containsEntry("p", (140 - 115.0) / 140);
    }

    @Test
    void levels_that_are_not_in_force_are_null() {
        assertThat(spread(shortQuote("10:09:50", "2.83 2.83"))
                        .trade()
                        .onlyTrade()
                        .exit()
                        .values())
                .containsEntry("trailing", false)
                .containsEntry("trailingLevel", null);
    }

    /** Worth 0.28 from 10:20 on, a profit of 0.80; then 1.61. */
    private static TradedDay held() {
        var rich = "10:20:20..10:30:00/30 SPX C6070 0.29 0.29\n10:20:20..10:40:00/30 SPX C6075 0.01 0.01\n";
        return spread(rich, shortQuote("10:30:20..10:40:00/30", "1.62 1.62"))
                .with("profitTargetHigh", 5)
                .with("trailingArm", 5);
    }

    @Test
    void a_held_position_shows_how_its_hold_began() {
        var exit = new ShownExit(held().trade().onlyTrade());

        assertThat(exit.reason()).isEqualTo("STOP_LOSS");
        assertThat(exit.contradictions()).isEmpty();
        assertThat(held().trade().onlyTrade().exit().values())
                .containsEntry("hold", true)
                .containsEntry("holdP", 0.8)
                .containsEntry("holdVix", 14.0)
                .containsEntry("holdRemaining", 20_370L)
                .containsEntry("entryDistance", 10)
                .containsEntry("minEntryDistance", 8.0)
                .containsEntry("target", null)
                .doesNotContainKey("vix");
    }

    @Test
    void a_position_that_is_not_held_shows_the_vix_that_forbade_it() {
        var text = "10:20:20..15:59:50/30 SPX C6070 0.29 0.29\n10:20:20..15:59:50/30 SPX C6075 0.01 0.01\n";
        var old =
                spread(text).with("profitTargetHigh", 5).with("trailingArm", 5).with("contextMaxAge", 60);
        var high = spread(text, "10:10:00 SPX context 6060 18")
                .with("profitTargetHigh", 0.8)
                .with("trailingArm", 5);

        assertThat(old.trade().onlyTrade().exit().values())
                .containsEntry("vix", null)
                .containsEntry("vixAge", 19_820L)
                .containsEntry("contextMaxAge", 60);
        assertThat(new ShownExit(old.onlyTrade()).contradictions()).isEmpty();
        assertThat(high.trade().onlyTrade().exit().values())
                .containsEntry("vix", 18.0)
                .containsEntry("vixAge", 630L)
                .containsEntry("holdMaxVix", 17.0)
                .containsEntry("target", 0.8);
        assertThat(new ShownExit(high.onlyTrade()).contradictions()).isEmpty();
    }

    @Test
    void stops_that_look_at_the_worst_side_show_its_profit() {
        var day = spread(shortQuote("10:08:50", "2.41 2.83")).with("stopBasis", "WORST");

        var exit = new ShownExit(day.trade().onlyTrade());
        assertThat(exit.reason()).isEqualTo("STOP_LOSS");
        assertThat(exit.contradictions()).isEmpty();
        assertThat(day.onlyTrade().exit().values())
                .containsEntry("stopBasis", "WORST")
                .containsEntry("pStop", (140 - 162.0) / 140);
    }

    @Test
    void a_settlement_shows_its_price_and_why_nothing_closed_the_position_before() {
        var day = TradedDay.of(CONDOR.replace("15:59:50", "09:59:50"), "15:59:00 SPX context 6071 14");

        assertThat(day.trade().onlyTrade().exit().values())
                .containsEntry("lastQuotes", Instant.parse("2026-01-12T15:01:00Z"))
                .containsEntry("maxQuoteAge", 90)
                .containsEntry("autoCloseBefore", 1800)
                .containsEntry("hold", false)
                .containsEntry("p", null)
                .containsEntry("settlementPrice", new BigDecimal("6071.00"))
                .containsEntry("settlementSource", "RECORDED")
                .containsEntry("settlementAge", 60L)
                .containsEntry("settlementQuoteAge", 60L)
                .containsEntry("maxImpliedAge", 300);
    }

    @Test
    void every_value_that_is_shown_is_explained() throws IOException {
        var days = Stream.concat(
                Stream.of(held()),
                Arrays.stream(ExitReason.values()).flatMap(reason -> days(reason).values().stream()));
        var names = days.flatMap(day -> day.trade().onlyTrade().exit().values().keySet().stream())
                .collect(Collectors.toSet());

        assertThat(BotPage.words("### Why a position was closed", "## Parameters"))
                .containsAll(names);
    }

    static Stream<Arguments> randomDays() {
        var changes = List.of(
                Map.<String, Object>of("stopBasis", "WORST", "stopLoss", -0.3),
                Map.<String, Object>of("trailingArm", 0.1, "trailingDistance", 0.03, "emergencyStop", -0.12),
                Map.<String, Object>of("holdProfit", 0.2, "holdMinDistance", 4, "settledWidth", 0.5),
                Map.<String, Object>of("stopLoss", -9, "emergencyStop", -9, "trailingArm", 9, "profitTargetHigh", 9));
        return IntStream.rangeClosed(1, 5)
                .boxed()
                .flatMap(seed -> changes.stream().map(change -> Arguments.of(seed, change)));
    }

    @ParameterizedTest(name = "seed {0}, {1}")
    @MethodSource("randomDays")
    void so_does_every_exit_of_a_random_market(int seed, Map<String, Object> changes) {
        var day = TradedDay.of(RandomMarket.of(seed, Index.SPX) + RandomMarket.of(seed + 100, Index.NDX))
                .of(Index.SPX, Index.NDX)
                .with("entryTimes", List.of("09:36", "10:00", "10:30", "11:00", "12:00", "12:30"))
                .with("entryFrom", "09:36")
                .with("entryUntil", "13:01")
                .with("minCredit", 0.5)
                .with("maxOpenPositions", 9)
                .with("momentumFilter", false)
                .with("maxQuoteAge", 80);
        changes.forEach(day::with);

        assertThat(day.trade().state().tradesInOrderOfExit())
                .isNotEmpty()
                .allSatisfy(trade ->
                        assertThat(new ShownExit(trade).contradictions()).isEmpty());
    }
}
