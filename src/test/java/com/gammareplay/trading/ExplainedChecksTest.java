package com.gammareplay.trading;

import static com.gammareplay.testing.TradedDay.CALL_SPREAD;
import static com.gammareplay.testing.TradedDay.CONDOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.bot.SkipReason;
import com.gammareplay.model.Index;
import com.gammareplay.testing.BotPage;
import com.gammareplay.testing.ShownCheck;
import com.gammareplay.testing.TradedDay;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is shown of a check decided it: asked again by that alone, the gates give the same. */
class ExplainedChecksTest {

    private static final String FAR = """
            09:59:40 SPX peak 6000
            09:59:40 SPX context 6060 14
            10:00:00 SPX C6110 0.60 0.61
            10:00:00 SPX C6130 0.39 0.40
            """;
    private static final String PUT_SPREAD = """
            09:59:40 SPX peak 6060
            09:59:40 SPX context 6050.00 14.00
            09:59:50..15:59:50/30 SPX P6040 2.60 2.62
            09:59:50..15:59:50/30 SPX P6035 1.20 1.22
            """;
    private static final String AGAIN = "10:29:40 SPX peak 6050\n10:29:40 SPX context 6050 14\n";
    private static final String LOSS = "10:00:20..10:29:20/30 SPX C6070 3.00 3.02\n";

    private static TradedDay condor(String text) {
        return TradedDay.of(CONDOR, text);
    }

    private static TradedDay recomputed(String chain) {
        return TradedDay.of("09:59:40 SPX snapshot 6050 14 " + chain).with("gexSource", "RECOMPUTED");
    }

    private static TradedDay twice(String text) {
        return condor(AGAIN + text).with("entryTimes", List.of("10:00", "10:30"));
    }

    /** A rise or fall over five minutes. */
    private static String move(String now) {
        return "09:55:00 SPX C6050 20 20\n09:55:00 SPX P6050 20 20\n" + "10:00:00 SPX C6050 " + now + " " + now
                + "\n10:00:00 SPX P6050 20 20\n";
    }

    /** Sessions whose last check is skipped for a reason; every reason must have one. */
    private static List<TradedDay> days(SkipReason reason) {
        return switch (reason) {
            case OUTSIDE_ENTRY_WINDOW ->
                List.of(
                        condor("").with("entryFrom", "10:01"),
                        condor("").with("entryUntil", "10:00"),
                        condor("").with("entryTimes", List.of("16:00")).with("entryUntil", "16:01"));
            case NO_GEX_SNAPSHOT -> List.of(TradedDay.of(""));
            case NO_INDEX_PRICE -> List.of(condor("09:59:40 SPX context - 14"), condor("09:59:40 SPX context 0 14"));
            case NO_VIX -> List.of(condor("09:59:40 SPX context 6050 -"));
            case NO_PIN -> List.of(recomputed(""), recomputed("C6200:0.004:1000"), recomputed("P6050:0.004:1000"));
            case VIX_FLOOR -> List.of(condor("09:59:40 SPX context 6050 12.99"));
            case VIX_CEILING -> List.of(condor("09:59:40 SPX context 6050 20"));
            case TOO_FAR_FROM_PIN ->
                List.of(
                        TradedDay.of(FAR),
                        TradedDay.of(FAR.replace("6060", "5940")),
                        TradedDay.of(FAR.replace("09:59", "14:29"))
                                .with("otmFallback", true)
                                .with("entryTimes", List.of("14:30"))
                                .with("entryUntil", "16:00"),
                        TradedDay.of(FAR.replace("09:59", "09:35"))
                                .with("otmFallback", true)
                                .with("entryTimes", List.of("09:36"))
                                .with("entryFrom", "09:36"));
            case SHORT_TOO_CLOSE ->
                List.of(
                        condor("").with("minShortDistance", 21),
                        TradedDay.of(CALL_SPREAD).with("minShortDistance", 10.5),
                        TradedDay.of(PUT_SPREAD).with("minShortDistance", 10.5));
            case NO_QUOTE ->
                List.of(
                        condor("09:59:50 SPX C6070 2.00 -"),
                        condor("09:59:50 SPX C6070 0 2.00"),
                        condor("09:59:50 SPX P6025 2.00 -"),
                        TradedDay.of(CONDOR.replace("09:59:50..", "10:00:10..")),
                        TradedDay.of(CONDOR.replace("09:59:50..15:59:50/30", "09:58:29")));
            case QUOTE_TOO_WIDE ->
                List.of(condor("09:59:50 SPX C6070 1.95 2.07"), condor("09:59:50 SPX P6030 1.95 2.07"));
            case CREDIT_BELOW_HOURLY_MIN ->
                List.of(TradedDay.of(CALL_SPREAD, "09:59:50 SPX C6070 1.61 1.61", "09:59:50 SPX C6075 1.21 1.22"));
            case CREDIT_BELOW_MIN ->
                List.of(
                        condor("").with("minCredit", 1.61),
                        TradedDay.of(FAR).with("otmFallback", true).with("otmMinCredit", 0.21));
            case MOMENTUM ->
                List.of(
                        condor(move("30.01")),
                        condor(move("9.99")),
                        TradedDay.of(CALL_SPREAD, move("24.01")),
                        TradedDay.of(PUT_SPREAD, move("15.99")),
                        condor("09:58:00 SPX C6050 20 20\n09:58:00 SPX P6050 20 20\n"
                                + "10:00:00 SPX C6050 25.01 25.01\n10:00:00 SPX P6050 20 20"));
            case DAILY_LOSS_LIMIT -> List.of(twice(LOSS).with("dailyLossLimit", -108));
            case POSITION_LIMIT -> List.of(twice("").with("maxOpenPositions", 1));
            case SIZE_ZERO ->
                List.of(
                        condor("").startingWith(999_999),
                        condor("").with("contracts", 0),
                        halfKelly().with("maxContracts", 0));
            case NO_FILL ->
                List.of(
                        condor("").with("slippage", 39),
                        condor("").with("slippage", 40).with("fillModel", "MID"),
                        condor("")
                                .with("slippage", 40)
                                .with("fillModel", "FRACTION")
                                .with("fillFraction", 0.25));
        };
    }

    /** A win at 10:00 and a small loss at 10:30, so that the check at 11:00 has a size by Kelly. */
    private static TradedDay halfKelly() {
        var text = "10:05:20..10:28:20/30 SPX C6070 0.96 0.98\n" + AGAIN + AGAIN.replace("10:29", "10:59")
                + "10:40:20..10:58:20/30 SPX C6070 2.22 2.30\n";
        return condor(text)
                .with("entryTimes", List.of("10:00", "10:30", "11:00"))
                .with("sizing", "HALF_KELLY")
                .with("kellyMinTrades", 2);
    }

    static Stream<Arguments> everyReason() {
        return Arrays.stream(SkipReason.values())
                .flatMap(reason -> days(reason).stream().map(day -> Arguments.of(reason, day)));
    }

    @ParameterizedTest(name = "{0} [{index}]")
    @MethodSource("everyReason")
    void gates_1_2_and_7_show_what_they_compared_only_where_they_failed(SkipReason reason, TradedDay day) {
        var values = day.trade().state().decisions().getLast().values();

        assertThat(values.containsKey("entryFrom")).isEqualTo(reason == SkipReason.OUTSIDE_ENTRY_WINDOW);
        assertThat(values.containsKey("snapshotFrom")).isEqualTo(reason == SkipReason.NO_GEX_SNAPSHOT);
        assertThat(values.containsKey("leg")).isEqualTo(reason == SkipReason.NO_QUOTE);
    }

    @ParameterizedTest(name = "{0} [{index}]")
    @MethodSource("everyReason")
    void the_values_that_are_shown_lead_to_the_reason_again(SkipReason reason, TradedDay day) {
        var decisions = day.trade().state().decisions();

        assertThat(decisions.getLast().reason()).isEqualTo(reason);
        assertThat(decisions).allSatisfy(ExplainedChecksTest::assertExplained);
    }

    private static void assertExplained(Decision decision) {
        var outcome = decision.isEntered() ? "ENTERED" : String.valueOf(decision.reason());
        assertThat(new ShownCheck(decision).outcome()).as(decision.toString()).isEqualTo(outcome);
    }

    @Test
    void momentum_shows_the_direction_and_its_limits() {
        var day = TradedDay.of(CALL_SPREAD, move("24.01"));

        assertThat(day.trade().decision().values())
                .containsEntry("direction", "BEARISH")
                .containsEntry("minMove5m", -10)
                .containsEntry("maxMove5m", 4)
                .containsEntry("minMove2m", -5)
                .containsEntry("maxMove2m", 5);
    }

    @Test
    void a_skip_shows_the_strikes_that_it_did_not_trade() {
        assertThat(condor("").with("minShortDistance", 21).trade().decision().values())
                .containsEntry("callShort", 6070)
                .containsEntry("callLong", 6075)
                .containsEntry("putShort", 6030)
                .containsEntry("putLong", 6025)
                .containsEntry("px", 6050);
    }

    @Test
    void a_missing_quote_is_told_from_an_old_one() {
        var old = TradedDay.of(CONDOR.replace("09:59:50..15:59:50/30", "09:58:29"));
        var unusable = condor("09:59:50 SPX C6070 2.00 -");

        assertThat(old.trade().decision().values())
                .containsEntry("quoteAge", 91L)
                .containsEntry("bid", new BigDecimal("2.00"))
                .containsEntry("ask", new BigDecimal("2.02"));
        assertThat(unusable.trade().decision().values())
                .containsEntry("quoteAge", 10L)
                .containsEntry("bid", null)
                .containsEntry("ask", null);
    }

    @Test
    void a_size_by_kelly_shows_what_it_was_reckoned_from() {
        assertThat(halfKelly().trade().state().decisions().getLast().values())
                .containsEntry("kellyWins", 1)
                .containsEntry("kellyLosses", 1)
                .containsEntry("kellyMinTrades", 2)
                .containsKeys("kellyMeanWin", "kellyMeanLoss", "kellyFraction")
                .containsEntry("riskPerContract", 250.0)
                .containsEntry("maxContracts", 3);
    }

    @Test
    void every_value_that_is_shown_is_explained() throws IOException {
        var names = Arrays.stream(SkipReason.values())
                .flatMap(reason -> days(reason).stream())
                .flatMap(day -> day.trade().state().decisions().stream())
                .flatMap(decision -> decision.values().keySet().stream())
                .collect(Collectors.toSet());

        assertThat(BotPage.words("## Entry: the gates", "## Size")).containsAll(names);
    }

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 10);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void so_does_every_check_of_a_random_market(int seed) {
        var day = TradedDay.of(RandomMarket.of(seed, Index.SPX) + RandomMarket.of(seed + 100, Index.NDX))
                .of(Index.SPX, Index.NDX)
                .with("entryTimes", List.of("09:36", "10:00", "10:30", "11:00", "12:00", "12:30", "13:00"))
                .with("entryUntil", "12:59")
                .with("minCredit", 0.5)
                .with("otmFallback", true)
                .with("sizing", "HALF_KELLY")
                .with("kellyMinTrades", 2)
                .with("fillModel", "FRACTION");

        assertThat(day.trade().state().decisions()).hasSize(14).allSatisfy(ExplainedChecksTest::assertExplained);
    }
}
