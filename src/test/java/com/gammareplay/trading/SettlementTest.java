package com.gammareplay.trading;

import static com.gammareplay.testing.TradedDay.CALL_SPREAD;
import static com.gammareplay.testing.TradedDay.CONDOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.testing.TradedDay;
import com.gammareplay.trading.SettlementPrice.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlementTest {

    /** Nothing is quoted after 10:00, so that the position runs to the close. */
    private static TradedDay settled(String... texts) {
        var day = new String[texts.length + 1];
        day[0] = CALL_SPREAD.replace("15:59:50", "09:59:50");
        System.arraycopy(texts, 0, day, 1, texts.length);
        return TradedDay.of(day).trade();
    }

    private static String parity(String time, String strike, String call, String put) {
        return time + " SPX C" + strike + " " + call + " " + call + "\n" + time + " SPX P" + strike + " " + put + " "
                + put + "\n";
    }

    private static SettlementPrice price(TradedDay day) {
        var price = day.onlyTrade().exit().settlement();
        if (price == null) {
            throw new AssertionError("must be settled");
        }
        return price;
    }

    @Test
    void the_implied_index_of_the_close_comes_first() {
        var day = settled(parity("15:59:40", "6070", "4.00", "1.55"), "15:59:50 SPX context 6000 14");

        assertThat(price(day)).isEqualTo(new SettlementPrice(607_245, Source.IMPLIED, 0, 20));
        assertThat(day.trades()).containsExactly("1 SPX CALL 1.38 at 10:00, 2.45 at 16:00 SETTLEMENT");
    }

    @ParameterizedTest
    @CsvSource({"15:53:30, IMPLIED, 300", "15:53:29, RECORDED, 21620"})
    void the_implied_index_may_stand_at_a_tick_300_s_before_the_close(String time, Source source, long age) {
        // Quotes of 15:53:30 are usable for 90 s, up to the tick of 15:55:00.
        var day = settled(parity(time, "6070", "4.00", "1.55"));

        assertThat(price(day).source()).isEqualTo(source);
        assertThat(price(day).age()).isEqualTo(age);
    }

    @Test
    void the_latest_tick_that_has_an_implied_index_is_taken() {
        var day = settled(parity("15:53:40", "6070", "9.00", "1.00"), parity("15:56:10", "6070", "4.00", "1.55"));

        assertThat(price(day)).isEqualTo(new SettlementPrice(607_245, Source.IMPLIED, 150, 230));
    }

    /** The call is quoted at 15:52:30, the put at 15:55:00: with a limit of 400 s both last to the close. */
    @Test
    void an_implied_index_is_as_old_as_its_tick_and_its_older_quote() {
        var day = TradedDay.of(
                        CALL_SPREAD.replace("15:59:50", "09:59:50"),
                        "15:52:30 SPX C6065 7.00 7.00",
                        "15:55:00 SPX P6065 4.00 4.00")
                .with("maxQuoteAge", 400);

        assertThat(price(day.trade())).isEqualTo(new SettlementPrice(606_800, Source.IMPLIED, 60, 450));
    }

    @Test
    void the_newest_recorded_price_stands_in_and_rows_without_one_are_passed_over() {
        var day = settled(
                "15:10:00 SPX snapshot 6071.25 14",
                "15:20:00 SPX context - 14",
                "15:30:00 SPX snapshot - 14",
                "16:00:01 SPX context 6000 14");

        assertThat(price(day)).isEqualTo(new SettlementPrice(607_125, Source.RECORDED, 3000, 3000));
    }

    @Test
    void of_two_tables_at_one_instant_the_context_counts() {
        var day = settled("15:59:00 SPX snapshot 6071.25 14", "15:59:00 SPX context 6072.50 14");

        assertThat(price(day)).isEqualTo(new SettlementPrice(607_250, Source.RECORDED, 60, 60));
    }

    @Test
    void a_price_of_the_entry_s_own_context_is_better_than_none() {
        assertThat(price(settled())).isEqualTo(new SettlementPrice(606_000, Source.RECORDED, 21_620, 21_620));
    }

    @ParameterizedTest
    @CsvSource({"6069.99, 0.00", "6070.00, 0.00", "6070.01, 0.01", "6074.99, 4.99", "6075.00, 5.00", "7000.00, 5.00"})
    void a_call_spread_costs_from_nothing_to_its_width(String index, String value) {
        assertThat(settled("15:59:00 SPX context " + index + " 14").trades().getFirst())
                .contains(", " + value + " at 16:00 SETTLEMENT");
    }

    @ParameterizedTest
    @CsvSource({"6050, 0.00", "6071, 1.00", "6100, 5.00", "6029.5, 0.50", "6000, 5.00"})
    void a_condor_costs_at_most_its_widest_wing(String index, String value) {
        var day = TradedDay.of(CONDOR.replace("15:59:50", "09:59:50"), "15:59:00 SPX context " + index + " 14");

        assertThat(day.trade().trades().getFirst()).contains(", " + value + " at 16:00 SETTLEMENT");
    }

    @Test
    void the_implied_price_is_rounded_half_to_even_from_cents() {
        // Mids of 4.005 and 1.55: 607,000 + 245.5 cents, and 244.5 with 3.995.
        assertThat(price(settled("15:59:40 SPX C6070 4.00 4.01", "15:59:40 SPX P6070 1.55 1.55"))
                        .cents())
                .isEqualTo(607_246);
        assertThat(price(settled("15:59:40 SPX C6070 3.99 4.00", "15:59:40 SPX P6070 1.55 1.55"))
                        .cents())
                .isEqualTo(607_244);
    }

    @Test
    void every_position_of_an_index_gets_the_same_price_in_order_of_entry() {
        var again = "10:29:40 SPX peak 6050\n10:29:40 SPX context 6050 14\n";
        var quotes = CONDOR.replace("15:59:50", "10:30:20");
        var day = TradedDay.of(quotes, again, "15:59:00 SPX context 6071 14")
                .with("entryTimes", List.of("10:00", "10:30"))
                .trade();

        assertThat(day.trades())
                .containsExactly(
                        "1 SPX IRON_CONDOR 1.56 at 10:00, 1.00 at 16:00 SETTLEMENT",
                        "2 SPX IRON_CONDOR 1.56 at 10:30, 1.00 at 16:00 SETTLEMENT");
    }

    @Test
    void settlement_has_no_slippage_and_no_exit_fee() {
        var day = TradedDay.of(CALL_SPREAD.replace("15:59:50", "09:59:50"), "15:59:00 SPX context 6071 14")
                .with("slippage", 3)
                .with("commissionPerContract", 0.65)
                .trade();

        assertThat(day.trades()).containsExactly("1 SPX CALL 1.32 at 10:00, 1.00 at 16:00 SETTLEMENT");
        assertThat(day.onlyTrade().fees()).isEqualTo(130);
        assertThat(day.onlyTrade().pnl()).isEqualTo(3200 - 130);
    }

    @Test
    void an_early_close_settles_at_13_00() {
        var day = TradedDay.of(CALL_SPREAD.replace("15:59:50", "09:59:50"), "12:59:00 SPX context 6071 14")
                .on("2025-11-28");

        assertThat(day.trade().trades()).containsExactly("1 SPX CALL 1.38 at 10:00, 1.00 at 13:00 SETTLEMENT");
    }

    @Test
    void legs_show_the_quotes_of_the_close_only_if_they_are_usable() {
        var day = settled("15:59:40 SPX C6070 4.00 4.02", "15:58:29 SPX C6075 1.00 1.02");

        assertThat(day.onlyTrade().legs().get(0).exit()).isEqualTo(new TradedLeg.Quote(400, 402, 20));
        assertThat(day.onlyTrade().legs().get(1).exit()).isNull();
    }
}
