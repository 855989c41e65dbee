package com.gammareplay.trading;

import static com.gammareplay.testing.TradedDay.CALL_SPREAD;
import static com.gammareplay.testing.TradedDay.CONDOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.testing.TradedDay;
import java.math.BigDecimal;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gates 3 to 8 at their limits: what passes, what is refused, and with which values. */
class EntryGatesTest {

    private static void assertSkipped(TradedDay day, String reason, Map<String, Object> values) {
        assertThat(day.trade().decisions()).containsExactly("10:00 SPX " + reason + " at 10:00");
        Assertions.<String, Object>assertThat(day.decision().values()).containsAllEntriesOf(values);
        assertThat(day.decision().tradeNumber()).isNull();
    }

    private static void assertEntered(TradedDay day) {
        assertThat(day.trade().decisions()).containsExactly("10:00 SPX ENTERED 1 at 10:00");
    }

    private static TradedDay condorWith(String context) {
        return TradedDay.of(CONDOR, "09:59:40 SPX context " + context);
    }

    @Test
    void the_quiet_sessions_are_entered() {
        assertEntered(TradedDay.of(CONDOR));
        assertEntered(TradedDay.of(CALL_SPREAD));
    }

    @ParameterizedTest
    @CsvSource({"-", "0", "0.004", "-1"})
    void gate_3_wants_an_index_price_above_0(String price) {
        assertThat(condorWith(price + " 14").trade().decisions()).containsExactly("10:00 SPX NO_INDEX_PRICE at 10:00");
    }

    @Test
    void gate_3_wants_a_vix_in_the_row_that_has_the_price() {
        assertThat(condorWith("6050 -").trade().decisions()).containsExactly("10:00 SPX NO_VIX at 10:00");
    }

    @Test
    void gate_3_asks_for_the_price_before_the_vix() {
        assertThat(condorWith("- -").trade().decisions()).containsExactly("10:00 SPX NO_INDEX_PRICE at 10:00");
    }

    @Test
    void gate_3_wants_a_pin() {
        var day = TradedDay.of("09:59:40 SPX snapshot 6050 14").with("gexSource", "RECOMPUTED");

        assertThat(day.trade().decisions()).containsExactly("10:00 SPX NO_PIN at 10:00");
        assertThat(day.decision().values()).containsEntry("pin", null).containsEntry("vix", 14.0);
    }

    @Test
    void the_pin_of_competing_peaks_is_rounded_to_the_grid() {
        var day = TradedDay.of(CONDOR, "09:59:40 SPX peak 6040 6052.5").trade();

        assertThat(day.decision().values()).containsEntry("pin", 6050.0);
        assertThat(day.onlyTrade().entry().pin()).isEqualTo(6050.0);
    }

    @Test
    void a_recomputed_pin_comes_from_the_chain_of_the_snapshot() {
        var chain = "09:59:45 SPX snapshot 6049 14 C6050:0.004:1000 P6000:0.004:1000";
        var day = TradedDay.of(CONDOR.replace("peak 6050", "peak 6000"), chain).with("gexSource", "RECOMPUTED");

        assertThat(day.trade().decision().values()).containsEntry("pin", 6050.0);
        assertThat(day.onlyTrade().entry().indexPrice()).isEqualTo(604_900);
    }

    @Test
    void gate_4_lets_the_floor_itself_pass() {
        assertEntered(condorWith("6050 13.0"));
        assertSkipped(condorWith("6050 12.99"), "VIX_FLOOR", Map.of("vix", 12.99, "vixFloor", 13.0));
    }

    @Test
    void gate_5_refuses_the_ceiling_itself() {
        assertSkipped(condorWith("6050 20.0"), "VIX_CEILING", Map.of("vix", 20.0, "vixCeiling", 20.0));
        assertThat(condorWith("6050 19.99").trade().decisions()).containsExactly("10:00 SPX NO_QUOTE at 10:00");
    }

    @Test
    void gate_5_refuses_more_than_50_points_from_the_pin() {
        assertSkipped(condorWith("6100.51 14"), "TOO_FAR_FROM_PIN", Map.of("distance", 51, "maxDistance", 50));
        assertThat(condorWith("6100.50 14").trade().decisions()).containsExactly("10:00 SPX NO_QUOTE at 10:00");
    }

    @Test
    void the_price_is_rounded_half_to_even_points() {
        assertThat(condorWith("6051.50 14").trade().decision().values()).containsEntry("distance", 2);
        assertThat(condorWith("6052.50 14").trade().decision().values()).containsEntry("distance", 2);
    }

    @Test
    void gate_6_wants_each_short_far_enough_out_of_the_money() {
        // Price 6060, short call 6070: ten points.
        assertEntered(TradedDay.of(CALL_SPREAD).with("minShortDistance", 10));
        assertSkipped(
                TradedDay.of(CALL_SPREAD).with("minShortDistance", 10.5),
                "SHORT_TOO_CLOSE",
                Map.of("shortDistance", 10, "minShortDistance", 10.5, "strategy", "CALL"));
    }

    @Test
    void gate_6_has_a_limit_for_each_index() {
        var day = TradedDay.of(CALL_SPREAD).with("minShortDistance", 11);

        assertEntered(day.with("minShortDistance.SPX", 10));
        assertSkipped(
                TradedDay.of(CALL_SPREAD).with("minShortDistance", 11).with("minShortDistance.NDX", 1),
                "SHORT_TOO_CLOSE",
                Map.of("minShortDistance", 11.0));
    }

    @ParameterizedTest
    @CsvSource({"2.60 -", "0.00 0.00", "2.62 2.61", "0.00 2.62"})
    void gate_7_wants_a_usable_quote_of_the_short_leg_with_a_bid(String quote) {
        var day = TradedDay.of(CALL_SPREAD, "09:59:50 SPX C6070 " + quote);

        assertSkipped(day, "NO_QUOTE", Map.of("leg", "SHORT CALL 6070", "quoteAge", 10L, "maxQuoteAge", 90));
    }

    @Test
    void gate_7_takes_a_long_leg_without_a_bid() {
        var day = TradedDay.of(CALL_SPREAD, "09:59:50 SPX C6075 - 0.05", "09:59:50 SPX C6070 2.60 2.62");

        assertEntered(day);
    }

    @Test
    void gate_7_takes_a_quote_of_90_s_and_no_older_one() {
        var text = CALL_SPREAD.replace("09:59:50..", "10:00:30..");
        var long90 = "09:58:30 SPX C6070 2.60 2.62\n09:58:30 SPX C6075 1.20 1.22";
        var long91 = long90.replace("09:58:30 SPX C6075", "09:58:29 SPX C6075");

        assertEntered(TradedDay.of(text, long90));
        assertSkipped(TradedDay.of(text, long91), "NO_QUOTE", Map.of("leg", "LONG CALL 6075", "quoteAge", 91L));
    }

    @Test
    void gate_7_says_so_of_a_leg_that_was_never_quoted() {
        var day = TradedDay.of("09:59:40 SPX peak 6050", "09:59:40 SPX context 6060 14")
                .trade();

        assertThat(day.decision().values())
                .containsEntry("leg", "SHORT CALL 6070")
                .containsEntry("quoteAge", null);
    }

    @Test
    void gate_8_compares_the_widths_with_the_vertical_s_credit() {
        // Mid credit 1.40 allows 21 cents.
        var wide = "09:59:50 SPX C6070 2.50 2.70\n09:59:50 SPX C6075 1.20 1.20";
        var limit = "09:59:50 SPX C6070 2.50 2.70\n09:59:50 SPX C6075 1.19 1.20";
        var over = "09:59:50 SPX C6070 2.50 2.70\n09:59:50 SPX C6075 1.19 1.21";

        assertEntered(TradedDay.of(CALL_SPREAD, wide));
        assertEntered(TradedDay.of(CALL_SPREAD, limit));
        assertSkipped(
                TradedDay.of(CALL_SPREAD, over),
                "QUOTE_TOO_WIDE",
                Map.of(
                        "callQuoteWidth", new BigDecimal("0.22"),
                        "callCredit", new BigDecimal("1.40"),
                        "callWidthTolerance", 0.15));
    }

    @Test
    void gate_8_looks_at_each_vertical_of_a_condor() {
        var wide = "09:59:50 SPX P6030 1.95 2.07";

        assertSkipped(
                TradedDay.of(CONDOR, wide),
                "QUOTE_TOO_WIDE",
                Map.of("callQuoteWidth", new BigDecimal("0.04"), "putQuoteWidth", new BigDecimal("0.14")));
    }
}
