package com.gammareplay.trading;

import static com.gammareplay.testing.TradedDay.CALL_SPREAD;
import static com.gammareplay.testing.TradedDay.CONDOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.testing.TradedDay;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gates 9 to 15 at their limits: what passes, what is refused, and with which values. */
class CreditAndRiskGatesTest {

    private static void assertSkipped(TradedDay day, String reason, Map<String, Object> values) {
        assertThat(day.trade().decisions()).containsExactly("10:00 SPX " + reason + " at 10:00");
        Assertions.<String, Object>assertThat(day.decision().values()).containsAllEntriesOf(values);
    }

    private static void assertEntered(TradedDay day) {
        assertThat(day.trade().decisions()).containsExactly("10:00 SPX ENTERED 1 at 10:00");
    }

    private static BigDecimal dollars(String amount) {
        return new BigDecimal(amount);
    }

    /** The call spread with a mid credit of 1.20 less the mid of its long leg. */
    private static TradedDay spreadFor(String longQuote) {
        return TradedDay.of(CALL_SPREAD, "09:59:50 SPX C6070 1.61 1.61", "09:59:50 SPX C6075 " + longQuote)
                .with("minCredit", -9);
    }

    @Test
    void gate_9_takes_the_hourly_minimum_itself_and_nothing_below() {
        assertEntered(spreadFor("1.21 1.21"));
        assertSkipped(
                spreadFor("1.21 1.22"),
                "CREDIT_BELOW_HOURLY_MIN",
                Map.of("credit", dollars("0.395"), "hourlyMinCredit", dollars("0.40")));
    }

    @ParameterizedTest
    @CsvSource({"10:59, 0.40", "11:00, 0.50", "12:59, 0.50", "13:00, 0.65"})
    void gate_9_rises_with_the_check_time(String time, String minimum) {
        var text = CALL_SPREAD.replace("09:59:40", time + ":00") + "15:59:59 SPX C6070 2 2";
        var cheap = "09:59:50..15:59:50/30 SPX C6075 2.55 2.55\n09:59:50..15:59:50/30 SPX C6070 2.60 2.60";
        var day = TradedDay.of(text, cheap).with("entryTimes", List.of(time)).with("entryUntil", "16:00");

        assertThat(day.trade().decision().values()).containsEntry("hourlyMinCredit", dollars(minimum));
        assertThat(day.decisions().getFirst()).contains("CREDIT_BELOW_HOURLY_MIN");
    }

    @Test
    void gate_10_takes_the_least_credit_itself_and_nothing_below() {
        assertEntered(TradedDay.of(CONDOR).with("minCredit", 1.60));
        assertSkipped(
                TradedDay.of(CONDOR).with("minCredit", 1.61),
                "CREDIT_BELOW_MIN",
                Map.of("credit", dollars("1.60"), "minCredit", dollars("1.61")));
    }

    @Test
    void gate_10_compares_half_cents_unrounded() {
        var text = "09:59:50 SPX C6070 1.99 2.02";

        assertSkipped(
                TradedDay.of(CONDOR, text).with("minCredit", 1.60),
                "CREDIT_BELOW_MIN",
                Map.of("credit", dollars("1.595")));
    }

    /** At-the-money quotes that imply an index level at an instant. */
    private static String level(String time, String call) {
        return time + " SPX C6050 " + call + " " + call + "\n" + time + " SPX P6050 20.00 20.00\n";
    }

    @ParameterizedTest
    @CsvSource({
        "30.00, 20.00, 30.00, ENTERED 1",
        "30.01, 20.00, 30.00, MOMENTUM",
        "10.00, 20.00, 10.00, ENTERED 1",
        "9.99, 20.00, 10.00, MOMENTUM",
        "25.00, 20.00, 20.00, ENTERED 1",
        "25.01, 20.00, 20.01, ENTERED 1",
        "25.01, 20.00, 20.00, MOMENTUM",
        "14.99, 20.00, 20.00, MOMENTUM"
    })
    void gate_11_limits_the_moves_over_five_and_two_minutes(
            String now, String fiveMinutesAgo, String twoMinutesAgo, String outcome) {
        var text = level("09:55:00", fiveMinutesAgo) + level("09:58:00", twoMinutesAgo) + level("10:00:00", now);

        assertThat(TradedDay.of(CONDOR, text).trade().decisions())
                .containsExactly("10:00 SPX " + outcome + " at 10:00");
    }

    @ParameterizedTest
    @CsvSource({"24.00, ENTERED 1", "24.01, MOMENTUM", "10.00, ENTERED 1", "9.99, MOMENTUM"})
    void gate_11_refuses_a_call_spread_against_a_rise(String now, String outcome) {
        var text = level("09:55:00", "20.00") + level("10:00:00", now);

        assertThat(TradedDay.of(CALL_SPREAD, text).trade().decisions())
                .containsExactly("10:00 SPX " + outcome + " at 10:00");
    }

    @ParameterizedTest
    @CsvSource({"16.00, ENTERED 1", "15.99, MOMENTUM", "30.00, ENTERED 1", "30.01, MOMENTUM"})
    void gate_11_refuses_a_put_spread_against_a_fall(String now, String outcome) {
        var puts = """
                09:59:40 SPX peak 6060
                09:59:40 SPX context 6050.00 14.00
                09:59:50..15:59:50/30 SPX P6040 2.60 2.62
                09:59:50..15:59:50/30 SPX P6035 1.20 1.22
                """;
        var text = level("09:55:00", "20.00") + level("10:00:00", now);

        assertThat(TradedDay.of(puts, text).trade().decisions()).containsExactly("10:00 SPX " + outcome + " at 10:00");
    }

    @Test
    void gate_11_counts_ages_from_each_instant_and_skips_what_is_missing() {
        var old = level("09:53:29", "20.00") + level("10:00:00", "90.00");
        var fresh = level("09:53:30", "20.00") + level("10:00:00", "90.00");

        assertEntered(TradedDay.of(CONDOR, old));
        assertSkipped(TradedDay.of(CONDOR, fresh), "MOMENTUM", Map.of("move5m", 70.0));
        assertThat(TradedDay.of(CONDOR, fresh).trade().decision().values()).containsEntry("move2m", null);
    }

    @Test
    void gate_11_can_be_switched_off() {
        var text = level("09:55:00", "20.00") + level("10:00:00", "90.00");

        assertEntered(TradedDay.of(CONDOR, text).with("momentumFilter", false));
    }

    /** Enters at 10:00, loses 1.04 a share at once, and checks again at 10:30. */
    private static TradedDay afterALoss() {
        var loss = """
                10:00:20..10:29:20/30 SPX C6070 3.00 3.02
                10:29:40 SPX peak 6050
                10:29:40 SPX context 6050 14
                """;
        return TradedDay.of(CONDOR, loss).with("entryTimes", List.of("10:00", "10:30"));
    }

    @Test
    void gate_12_refuses_a_loss_of_the_limit_itself() {
        assertThat(afterALoss().with("dailyLossLimit", -108.01).trade().decisions())
                .containsExactly("10:00 SPX ENTERED 1 at 10:00", "10:30 SPX ENTERED 2 at 10:30");
        var day = afterALoss().with("dailyLossLimit", -108).trade();
        assertThat(day.decisions())
                .containsExactly("10:00 SPX ENTERED 1 at 10:00", "10:30 SPX DAILY_LOSS_LIMIT at 10:30");
        assertThat(day.state().decisions().getLast().values())
                .containsEntry("closedToday", dollars("-108.00"))
                .containsEntry("dailyLossLimit", dollars("-108.00"));
    }

    @Test
    void gate_12_starts_anew_each_session() {
        var first = afterALoss().with("dailyLossLimit", -108).trade();
        var second = TradedDay.of(CONDOR)
                .on("2026-01-13")
                .with("dailyLossLimit", -108)
                .after(first);

        assertThat(second.trade().decisions().getLast()).isEqualTo("10:00 SPX ENTERED 2 at 10:00");
    }

    @Test
    void gate_13_counts_the_open_positions() {
        var again = "10:29:40 SPX peak 6050\n10:29:40 SPX context 6050 14";
        var day = TradedDay.of(CONDOR, again).with("entryTimes", List.of("10:00", "10:30"));

        assertThat(day.with("maxOpenPositions", 1).trade().decisions())
                .containsExactly("10:00 SPX ENTERED 1 at 10:00", "10:30 SPX POSITION_LIMIT at 10:30");
        assertThat(day.state().decisions().getLast().values())
                .containsEntry("openPositions", 1)
                .containsEntry("maxOpenPositions", 1);
    }

    @Test
    void gate_14_wants_the_least_balance() {
        assertEntered(TradedDay.of(CONDOR).startingWith(1_000_000));
        assertSkipped(
                TradedDay.of(CONDOR).startingWith(999_999),
                "SIZE_ZERO",
                Map.of("balance", dollars("9999.99"), "contracts", 0));
    }

    @Test
    void gate_14_refuses_a_size_of_0() {
        assertSkipped(TradedDay.of(CONDOR).with("contracts", 0), "SIZE_ZERO", Map.of("contracts", 0));
    }

    @Test
    void gate_15_wants_a_fill_above_0() {
        assertEntered(TradedDay.of(CONDOR).with("slippage", 38));
        assertSkipped(TradedDay.of(CONDOR).with("slippage", 39), "NO_FILL", Map.of("fill", dollars("0.00")));
    }

    @Test
    void the_fallback_wants_its_own_natural_credit_and_no_other() {
        var far = """
                09:59:40 SPX peak 6000
                09:59:40 SPX context 6060 14
                10:00:00 SPX C6110 0.60 0.61
                10:00:00 SPX C6130 0.39 0.40
                """;

        assertEntered(TradedDay.of(far).with("otmFallback", true));
        assertSkipped(
                TradedDay.of(far).with("otmFallback", true).with("otmMinCredit", 0.21),
                "CREDIT_BELOW_MIN",
                Map.of("naturalCredit", dollars("0.20"), "otmMinCredit", dollars("0.21"), "hoursLeft", 6.0));
        assertSkipped(TradedDay.of(far), "TOO_FAR_FROM_PIN", Map.of("distance", 60));
    }
}
