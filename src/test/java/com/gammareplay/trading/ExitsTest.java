package com.gammareplay.trading;

import static com.gammareplay.testing.TradedDay.CALL_SPREAD;
import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.testing.TradedDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every exit rule at its limit, through a session; the call spread is entered at 10:00 for 1.38 (1.40 at mid). */
class ExitsTest {

    /** Locked quotes: a short leg at a price and a long leg at a cent, so that closing costs a cent less. */
    private static String worth(String when, String price) {
        return when + " SPX C6070 " + price + " " + price + "\n" + when + " SPX C6075 0 0.0\n" + when
                + " SPX C6075 0.01 0.01\n";
    }

    /** A credit of exactly 1.40: all quotes are locked. */
    private static final String LOCKED = "09:59:50 SPX C6070 2.60 2.60\n09:59:50 SPX C6075 1.20 1.20\n";

    private static TradedDay spread(String... texts) {
        var day = new String[texts.length + 2];
        day[0] = CALL_SPREAD;
        day[1] = LOCKED + worth("10:00:20..15:59:50/30", "1.41");
        System.arraycopy(texts, 0, day, 2, texts.length);
        return TradedDay.of(day);
    }

    private static void assertExit(TradedDay day, String exit) {
        assertThat(day.trade().trades()).containsExactly("1 SPX CALL 1.40 at 10:00, " + exit);
    }

    @Test
    void a_quiet_position_is_closed_half_an_hour_before_the_close() {
        assertExit(spread(), "1.40 at 15:30 AUTO_CLOSE");
        assertThat(spread().with("step", 7).trade().trades())
                .containsExactly("1 SPX CALL 1.40 at 10:00:06, 1.40 at 15:30:02 AUTO_CLOSE");
    }

    @Test
    void the_hard_close_wins_over_the_auto_close() {
        assertExit(spread().with("autoCloseBefore", 0), "1.40 at 15:55 HARD_CLOSE");
        assertExit(spread().with("autoCloseBefore", 300), "1.40 at 15:55 HARD_CLOSE");
        assertExit(spread().with("autoCloseBefore", 301).with("step", 1), "1.40 at 15:54:59 AUTO_CLOSE");
    }

    @Test
    void no_position_is_closed_at_the_tick_of_its_entry() {
        // The constant target of -100 is met at once.
        assertExit(spread().with("profitTargetHigh", -100), "1.40 at 10:00:30 PROFIT_TARGET");
    }

    @Test
    void the_profit_target_takes_the_target_itself() {
        // After an hour the target is 0.55: 0.63 to buy back.
        assertExit(spread(worth("10:59:50", "0.64")), "0.63 at 11:00 PROFIT_TARGET");
        assertExit(spread(worth("10:59:50", "0.65")), "1.40 at 11:00:30 TRAILING_STOP");
    }

    @ParameterizedTest
    // Arms at 0.25 with 1.05, and falls to 0.125 with a mid of 1.225; both are exact as doubles.
    @CsvSource({"1.23 1.24, 1.23 at 10:11 TRAILING_STOP", "1.22 1.24, 1.40 at 10:11:30 TRAILING_STOP"})
    void the_trailing_stop_takes_its_distance_itself(String quote, String exit) {
        var text = worth("10:09:50..10:10:20/30", "1.06") + "10:10:50 SPX C6070 " + quote
                + "\n10:10:50 SPX C6075 0.01 0.01";

        assertExit(spread(text).with("trailingArm", 0.25).with("trailingDistance", 0.125), exit);
    }

    @Test
    void the_trailing_stop_sleeps_below_its_arming() {
        assertExit(spread(worth("10:09:50", "1.00")), "1.40 at 15:30 AUTO_CLOSE");
        assertExit(spread(worth("10:09:50", "0.99")), "1.40 at 10:10:30 TRAILING_STOP");
    }

    @ParameterizedTest
    // Worth 1.61 is a loss of 0.15.
    @CsvSource({"1.62, 1.61 at 10:09 STOP_LOSS", "1.61, 1.40 at 15:30 AUTO_CLOSE"})
    void the_stop_loss_takes_its_limits_themselves(String price, String exit) {
        assertExit(spread(worth("10:05:20..10:09:50/30", price)), exit);
    }

    @ParameterizedTest
    // Worth 1.75 is a loss of 0.25. A wide quote is not settled, so that the age of 60 s decides.
    @CsvSource({"0.25, 10:01", "0.251, 10:09"})
    void the_emergency_stop_takes_its_limits_themselves(double loss, String time) {
        var wide = "10:00:20..15:59:50/30 SPX C6070 1.51 2.01\n";
        var day = spread(wide).with("emergencyStop", -loss);

        assertThat(day.trade().trades().getFirst()).contains(" at " + time + " ");
    }

    @Test
    void a_young_position_is_stopped_once_its_quotes_are_settled() {
        assertExit(spread(worth("10:00:20", "1.76")), "1.75 at 10:00:30 EMERGENCY_STOP");
    }

    @Test
    void a_young_position_is_stopped_once_its_mid_is_stable() {
        // Mid 1.75 of wide quotes, twice: stable at the second. Old quotes do not count as stable.
        var wide = "10:00:20 SPX C6070 1.51 2.01\n";
        var day = spread(wide, "10:00:50 SPX C6070 1.52 2.04\n").with("emergencyAfter", 90);

        assertExit(day, "2.03 at 10:01 EMERGENCY_STOP");
    }

    @Test
    void a_young_position_is_stopped_at_a_loss_that_needs_no_settled_quotes() {
        // Worth 1.89 is a loss of 0.35.
        var wide = "10:00:20..10:10:50/30 SPX C6070 1.65 2.15\n";

        assertExit(spread(wide), "2.14 at 10:00:30 EMERGENCY_STOP");
    }

    @Test
    void stops_stay_in_force_once_trailing_is_armed() {
        var day = spread(worth("10:09:50", "0.99"), worth("10:10:20..10:12:20/30", "1.62"))
                .with("trailingDistance", 9);

        assertExit(day, "1.61 at 10:10:30 STOP_LOSS");
    }

    @Test
    void stops_can_look_at_the_worst_side() {
        // Mid 1.40, worst 1.61.
        var wide = "10:00:20..15:59:50/30 SPX C6070 1.20 1.62\n";

        assertExit(spread(wide).with("stopBasis", "WORST"), "1.61 at 10:09 STOP_LOSS");
        assertExit(spread(wide), "1.61 at 15:30 AUTO_CLOSE");
    }

    @Test
    void without_usable_quotes_only_the_settlement_acts() {
        var none = CALL_SPREAD.replace("15:59:50", "09:59:50");

        assertThat(TradedDay.of(none).trade().trades())
                .containsExactly("1 SPX CALL 1.38 at 10:00, 0.00 at 16:00 SETTLEMENT");
    }

    /** 0.28 to buy back is a profit of 0.80; the target is out of reach. */
    private static TradedDay richSpread(String... texts) {
        return spread(texts).with("profitTargetHigh", 5).with("trailingArm", 5);
    }

    @ParameterizedTest
    @CsvSource({"16.99, true", "17, false", "-, false"})
    void a_hold_wants_a_vix_below_its_limit(String vix, boolean hold) {
        var text = worth("11:00:20", "0.29") + "10:30:00 SPX context 6060 " + vix;
        var trade = richSpread(text).trade().onlyTrade();

        assertThat(trade.path().hold()).isEqualTo(hold);
        assertThat(trade.exit().reason().name()).isEqualTo(hold ? "SETTLEMENT" : "AUTO_CLOSE");
    }

    @ParameterizedTest
    @CsvSource({"0.29, true", "0.30, false"})
    void a_hold_wants_its_profit(String price, boolean hold) {
        var text = worth("10:20:20", price);

        assertThat(richSpread(text).trade().onlyTrade().path().hold()).isEqualTo(hold);
    }

    @ParameterizedTest
    @CsvSource({"15:00:00, true", "15:00:30, false"})
    void a_hold_wants_an_hour_to_the_close(String tick, boolean hold) {
        var text = worth(tick, "0.29") + "14:55:00 SPX context 6060 14";

        assertThat(richSpread(text).trade().onlyTrade().path().hold()).isEqualTo(hold);
    }

    @ParameterizedTest
    @CsvSource({"10, true", "10.5, false"})
    void a_hold_wants_a_distance_at_entry(double distance, boolean hold) {
        var day = richSpread(worth("10:20:20", "0.29")).with("holdMinDistance", distance);

        assertThat(day.trade().onlyTrade().path().hold()).isEqualTo(hold);
    }

    @ParameterizedTest
    @CsvSource({"10:35:00, true", "10:35:30, false"})
    void the_vix_of_a_hold_is_at_most_35_minutes_old(String tick, boolean hold) {
        // The context of the entry is of 09:59:40, so the one at 10:00 is the newest.
        var text = worth(tick, "0.29") + "10:00:00 SPX snapshot 6060 14";

        assertThat(richSpread(text).trade().onlyTrade().path().hold()).isEqualTo(hold);
    }

    @Test
    void a_held_position_is_stopped_all_the_same() {
        var text = worth("10:20:20", "0.29") + worth("10:30:20..10:40:20/30", "1.62");

        assertExit(richSpread(text), "1.61 at 10:30:30 STOP_LOSS");
    }
}
