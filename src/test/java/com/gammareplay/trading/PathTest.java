package com.gammareplay.trading;

import static com.gammareplay.testing.TradedDay.CALL_SPREAD;
import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.testing.TradedDay;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a trade remembers of its life; the call spread is entered at 10:00 for 1.38 (1.40 at mid). */
class PathTest {

    private static String mid(String time, String shortQuote) {
        return time + " SPX C6070 " + shortQuote + "\n";
    }

    @Test
    void the_excursions_are_those_of_the_mid_from_0_at_entry() {
        // The long leg stands at a mid of 1.21: mids of 1.29 and 1.505.
        var day = TradedDay.of(CALL_SPREAD, mid("10:09:50", "2.50 2.50"), mid("10:19:50", "2.71 2.72"));
        var path = day.trade().onlyTrade().path();

        assertThat(path.highest()).isEqualTo(9.0);
        assertThat(path.lowest()).isEqualTo(-12.5);
        assertThat(path.bestP()).isEqualTo((138 - 129.0) / 138);
    }

    @Test
    void a_position_that_never_gains_has_a_best_of_0() {
        var path = TradedDay.of(CALL_SPREAD).trade().onlyTrade().path();

        assertThat(path.bestP()).isZero();
        assertThat(path.highest()).isZero();
        assertThat(path.lowest()).isEqualTo(-2.0);
    }

    @Test
    void the_tick_of_the_exit_counts_and_the_settlement_does_not() {
        var stopped = TradedDay.of(CALL_SPREAD, mid("10:08:50", "4.60 4.60"));
        var settled = TradedDay.of(CALL_SPREAD.replace("15:59:50", "09:59:50"), "15:59:00 SPX context 6100 14");

        assertThat(stopped.trade().onlyTrade().path().lowest()).isEqualTo(-201.0);
        assertThat(settled.trade().onlyTrade().path().lowest()).isEqualTo(-2.0);
    }

    @Test
    void ticks_without_quotes_for_all_legs_are_counted_up_to_the_close() {
        // Quotes of 09:59:50 are usable for 90 s: the ticks from 10:01:30 to 15:59:30 are stale.
        var settled = TradedDay.of(CALL_SPREAD.replace("15:59:50", "09:59:50"));

        assertThat(settled.trade().onlyTrade().path().staleTicks()).isEqualTo(717);
    }

    @Test
    void one_leg_without_a_quote_makes_a_tick_stale_and_changes_nothing_else() {
        var gap = "10:09:50 SPX C6075 1.20 -\n10:09:50 SPX C6070 0.50 0.50\n";
        var path = TradedDay.of(CALL_SPREAD, gap).trade().onlyTrade().path();

        assertThat(path.staleTicks()).isOne();
        assertThat(path.bestP()).isZero();
    }

    @Test
    void exits_come_in_order_of_entry_and_before_the_checks_of_their_tick() {
        var close = "10:29:50 SPX C6070 0.10 0.10\n10:29:50 SPX C6075 0.05 0.05\n";
        var again = "10:29:40 SPX peak 6050\n10:29:40 SPX context 6060 14\n";
        var day = TradedDay.of(CALL_SPREAD, close, again)
                .with("entryTimes", List.of("10:00", "10:30"))
                .with("holdProfit", 9)
                .with("maxOpenPositions", 1)
                .trade();

        // The exit at 10:30 makes room for the check at 10:30, which then finds too small a credit.
        assertThat(day.trades()).containsExactly("1 SPX CALL 1.38 at 10:00, 0.05 at 10:30 PROFIT_TARGET");
        assertThat(day.decisions())
                .contains("10:00 SPX ENTERED 1 at 10:00", "10:30 SPX CREDIT_BELOW_HOURLY_MIN at 10:30");
    }
}
