package com.gammareplay.marketdata.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gammareplay.bot.MarketView;
import com.gammareplay.bot.PeakSnapshot;
import com.gammareplay.bot.RecordedPrice;
import com.gammareplay.calendar.NewYork;
import com.gammareplay.model.GexSource;
import com.gammareplay.model.ImpliedIndex;
import com.gammareplay.model.Index;
import com.gammareplay.model.Right;
import com.gammareplay.testing.TextMarket;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is visible of a recorded session at an instant: the newest row, if it is young enough and usable. */
class IndexDayViewTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 12);

    private static long at(String time) {
        return NewYork.epochSecond(DAY, LocalTime.parse(time));
    }

    private static MarketView view(String time, String... texts) {
        var market = TextMarket.of(DAY, List.of(Index.SPX), List.of(texts));
        market.advanceTo(at(time));
        return market.view(Index.SPX);
    }

    private static boolean isUsable(MarketView view, Right right, int strike) {
        return view.isUsable(view.series(right, strike * 100), 90);
    }

    @ParameterizedTest
    @CsvSource({"09:59:59, false", "10:00:00, true", "10:01:30, true", "10:01:31, false"})
    void a_quote_is_usable_from_its_instant_to_its_limit_inclusive(String time, boolean usable) {
        assertThat(isUsable(view(time, "10:00:00 SPX C6070 2.00 2.02"), Right.CALL, 6070))
                .isEqualTo(usable);
    }

    @Test
    void the_newest_quote_decides_also_when_it_is_unusable() {
        var view = view("10:00:40", "10:00:00 SPX C6070 2.00 2.02", "10:00:30 SPX C6070 2.10 -");

        assertThat(isUsable(view, Right.CALL, 6070)).isFalse();
        assertThat(view.quotedAt(view.series(Right.CALL, 607_000))).isEqualTo(at("10:00:30"));
    }

    @Test
    void a_later_quote_of_another_contract_leaves_a_quote_and_its_age_as_they_are() {
        var view = view("10:01:00", "10:00:00 SPX C6070 2.00 2.02", "10:00:30 SPX P6070 3.00 3.02");
        var series = view.series(Right.CALL, 607_000);

        assertThat(view.bid(series)).isEqualTo(200);
        assertThat(view.ask(series)).isEqualTo(202);
        assertThat(view.quotedAt(series)).isEqualTo(at("10:00:00"));
    }

    @Test
    void of_two_rows_of_a_contract_and_second_the_later_one_counts() {
        var view = view("10:00:00", "10:00:00 SPX C6070 2.00 2.02", "10:00:00 SPX C6070 3.00 3.02");

        assertThat(view.bid(view.series(Right.CALL, 607_000))).isEqualTo(300);
    }

    @Test
    void what_was_quoted_before_the_open_counts() {
        assertThat(isUsable(view("09:30:00", "09:29:10 SPX C6070 2.00 2.02"), Right.CALL, 6070))
                .isTrue();
    }

    @Test
    void a_contract_that_was_never_quoted_is_not_usable() {
        var view = view("10:00:00", "10:00:00 SPX C6070 2.00 2.02");

        assertThat(isUsable(view, Right.PUT, 6070)).isFalse();
        assertThat(isUsable(view, Right.CALL, 6075)).isFalse();
        assertThat(view.quotedAt(view.series(Right.CALL, 607_500))).isEqualTo(MarketView.NONE);
    }

    @ParameterizedTest
    @CsvSource({"10:35:00, 14.0", "10:35:01, NaN"})
    void a_vix_counts_up_to_its_limit_inclusive(String time, Double vix) {
        assertThat(view(time, "10:00:00 SPX context 6050 14").vix(2100)).isEqualTo(vix);
    }

    @Test
    void the_vix_comes_from_the_newest_row_of_both_tables_and_the_context_wins_a_tie() {
        var both = new String[] {"10:00:00 SPX context 6050 14", "10:00:00 SPX snapshot 6050 15"};

        assertThat(view("10:00:10", both).vix(2100)).isEqualTo(14);
        assertThat(view("10:00:10", both[0], "10:00:01 SPX snapshot 6050 15").vix(2100))
                .isEqualTo(15);
        assertThat(view("10:00:10", both[0], "10:00:01 SPX snapshot 6050 -").vix(2100))
                .isNaN();
        assertThat(view("10:00:10", "10:00:00 SPX context 6050 -", both[1]).vix(2100))
                .isNaN();
        assertThat(view("10:00:10").vix(2100)).isNaN();
    }

    @Test
    void the_instant_of_the_vix_is_that_of_the_newest_row_even_without_one() {
        var context = "10:00:00 SPX context 6050 14";

        assertThat(view("10:00:10", context, "10:00:01 SPX snapshot 6050 -").vixAt())
                .isEqualTo(at("10:00:01"));
        assertThat(view("10:00:10", context, "09:59:59 SPX snapshot 6050 15").vixAt())
                .isEqualTo(at("10:00:00"));
        assertThat(view("10:00:10", "10:00:11 SPX context 6050 14").vixAt()).isEqualTo(MarketView.NONE);
    }

    @Test
    void the_price_of_a_snapshot_comes_with_its_vix_from_one_row() {
        var peak = "10:00:00 SPX peak 6050\n";

        assertThat(peaks(peak, "10:00:00 SPX context 6051 -", "10:00:00 SPX snapshot 6052 15"))
                .isEqualTo(new PeakSnapshot(at("10:00:00"), 6050.0, null, 605_100L, null));
        assertThat(peaks(peak, "09:59:59 SPX context 6051 14", "10:00:00 SPX snapshot 6052 15"))
                .isEqualTo(new PeakSnapshot(at("10:00:00"), 6050.0, null, 605_200L, 15.0));
        assertThat(peaks(peak, "09:58:30 SPX context 6051 14", "09:59:59 SPX snapshot 6052 15"))
                .isEqualTo(new PeakSnapshot(at("10:00:00"), 6050.0, null, 605_100L, 14.0));
        assertThat(peaks(peak, "09:58:29 SPX context 6051 14"))
                .isEqualTo(new PeakSnapshot(at("10:00:00"), 6050.0, null, null, null));
        assertThat(peaks(peak, "10:00:01 SPX context 6051 14"))
                .isEqualTo(new PeakSnapshot(at("10:00:00"), 6050.0, null, null, null));
    }

    private static PeakSnapshot peaks(String... texts) {
        return view("10:00:30", texts).peaks(GexSource.RECORDED, at("10:00:00"));
    }

    @Test
    void the_newest_peaks_are_those_of_the_source() {
        var view = view("10:00:30", "10:00:00 SPX peak 6050", "10:00:10 SPX snapshot 6050 14", "10:00:31 SPX peak 1");

        assertThat(view.newestPeaks(GexSource.RECORDED, at("10:00:30"))).isEqualTo(at("10:00:00"));
        assertThat(view.newestPeaks(GexSource.RECOMPUTED, at("10:00:30"))).isEqualTo(at("10:00:10"));
        assertThat(view.newestPeaks(GexSource.RECORDED, at("09:59:59"))).isEqualTo(MarketView.NONE);
    }

    @Test
    void the_index_price_passes_over_rows_without_one() {
        var view = view("10:00:30", "10:00:00 SPX snapshot 6050.125 14", "10:00:10 SPX context - 14");

        assertThat(view.indexPrice()).hasValue(new RecordedPrice(605_012, at("10:00:00")));
        assertThat(view("09:00:00", "10:00:00 SPX context 6050 14").indexPrice())
                .isEmpty();
    }

    @Test
    void the_implied_index_stands_at_the_strike_with_the_closest_mids_the_lower_of_two() {
        var strikes = """
                10:00:00 SPX C6045 7.00 7.02
                10:00:00 SPX P6045 4.00 4.02
                10:00:00 SPX C6050 5.00 5.01
                09:59:30 SPX P6050 4.00 4.00
                10:00:00 SPX C6055 3.00 3.00
                10:00:00 SPX P6055 4.00 4.01
                """;
        var implied = view("10:00:10", strikes).impliedIndex(at("10:00:10"), 90);

        assertThat(implied).hasValue(new ImpliedIndex(605_000, 100.5, at("09:59:30")));
        assertThat(implied.orElseThrow().points()).isEqualTo(6050 + 100.5 / 100);
    }

    @ParameterizedTest
    @CsvSource({"- 0.02", "0.01 -", "0.00 0.02"})
    void the_implied_index_needs_a_bid_on_both_sides(String put) {
        var view = view("10:00:10", "10:00:00 SPX C6050 5.00 5.01", "10:00:00 SPX P6050 " + put);

        assertThat(view.impliedIndex(at("10:00:10"), 90)).isEmpty();
    }

    @Test
    void the_implied_index_of_the_past_counts_ages_from_then() {
        var view = view("10:10:00", "10:00:00 SPX C6050 5.00 5.00", "10:00:00 SPX P6050 4.00 4.00");

        assertThat(view.impliedIndex(at("10:01:30"), 90)).isPresent();
        assertThat(view.impliedIndex(at("10:01:31"), 90)).isEmpty();
        assertThat(view.impliedIndex(at("09:59:59"), 90)).isEmpty();
    }

    @Test
    void nothing_after_now_can_be_asked_for_and_time_does_not_go_back() {
        var market = TextMarket.of(DAY, List.of(Index.SPX), List.of("10:00:00 SPX peak 6050"));
        market.advanceTo(at("10:00:00"));
        var view = market.view(Index.SPX);

        assertThatThrownBy(() -> view.impliedIndex(at("10:00:01"), 90)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> view.chain(at("10:00:01"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> view.newestPeaks(GexSource.RECORDED, at("10:00:01")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> view.peaks(GexSource.RECORDED, at("10:00:01")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> market.advanceTo(at("09:59:59"))).isInstanceOf(IllegalArgumentException.class);
    }
}
