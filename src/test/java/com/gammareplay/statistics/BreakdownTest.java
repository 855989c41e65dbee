package com.gammareplay.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.bot.Confidence;
import com.gammareplay.bot.ExitReason;
import com.gammareplay.bot.Strategy;
import com.gammareplay.model.Index;
import java.util.List;
import org.junit.jupiter.api.Test;

class BreakdownTest {

    private static List<String> groups(Dimension by, SomeTrade... trades) {
        return Breakdown.of(SomeTrade.ledger(10_000, trades), by).groups().stream()
                .map(group -> group.name() + " " + group.summary().shown(ResultNumber.TRADES))
                .toList();
    }

    private static SomeTrade trade() {
        return SomeTrade.of(10);
    }

    @Test
    void names_come_in_the_order_of_their_declaration() {
        assertThat(groups(Dimension.INDEX, trade().of(Index.NDX), trade(), trade().of(Index.NDX)))
                .containsExactly("SPX 1", "NDX 2");
        assertThat(groups(Dimension.STRATEGY, trade().of(Strategy.PUT), trade().of(Strategy.CALL)))
                .hasSize(2)
                .contains("CALL 1", "PUT 1");
        assertThat(groups(Dimension.CONFIDENCE, trade().of(Confidence.MEDIUM), trade()))
                .contains("HIGH 1", "MEDIUM 1");
        assertThat(groups(
                        Dimension.EXIT_REASON,
                        trade().endedBy(ExitReason.STOP_LOSS),
                        trade().endedBy(ExitReason.SETTLEMENT)))
                .containsExactly("SETTLEMENT 1", "STOP_LOSS 1");
    }

    @Test
    void times_and_dates_come_in_their_order() {
        assertThat(groups(
                        Dimension.CHECK_TIME,
                        trade().checkedAt("12:30"),
                        trade().checkedAt("09:36"),
                        trade().checkedAt("12:30")))
                .containsExactly("09:36 1", "12:30 2");
        var friday = trade().on("2026-01-09");
        var monday = trade().on("2026-01-12");
        assertThat(groups(Dimension.SESSION, monday, friday)).containsExactly("2026-01-09 1", "2026-01-12 1");
        assertThat(groups(Dimension.WEEKDAY, friday, monday)).containsExactly("MONDAY 1", "FRIDAY 1");
    }

    @Test
    void a_range_begins_with_its_edge() {
        assertThat(groups(
                        Dimension.VIX,
                        trade().vix(25),
                        trade().vix(12),
                        trade().vix(12.99),
                        trade().vix(13),
                        trade().vix(11.99)))
                .containsExactly("under 12 1", "12 to 13 2", "13 to 15 1", "25 and over 1");
    }

    /** 0.25 % of 6000 are 15 points, on either side; of 24,000 they are 60. */
    @Test
    void the_distance_to_the_pin_is_in_percent_of_the_index() {
        assertThat(groups(
                        Dimension.PIN_DISTANCE,
                        trade().pin(6000, 6000),
                        trade().pin(6005, 6000),
                        trade().pin(5985, 6000),
                        trade().pin(24_060, 24_000),
                        trade().pin(6070, 6000)))
                .containsExactly("under 0.1 2", "0.25 to 0.5 2", "1 and over 1");
    }

    @Test
    void holding_times_are_in_minutes_and_ages_those_of_the_oldest_quote() {
        assertThat(groups(
                        Dimension.HOLDING,
                        trade().held("10:00", "10:04:30"),
                        trade().held("10:00", "10:05"),
                        trade().held("10:00", "14:00")))
                .containsExactly("under 5 1", "5 to 15 1", "240 and over 1");
        assertThat(groups(
                        Dimension.QUOTE_AGE,
                        trade().quoteAges(3, 14),
                        trade().quoteAges(31, 3),
                        trade().quoteAges(90, 0)))
                .containsExactly("under 15 1", "30 to 60 1", "90 and over 1");
    }

    /** 300 and 200 won, 100 lost: 400 / 3 on average, 500 / 100; of NDX 50 lost, and nothing to divide by. */
    @Test
    void each_group_has_its_own_numbers_and_reasons() {
        var run = SomeTrade.ledger(
                10_000, SomeTrade.of(300), SomeTrade.of(-100), SomeTrade.of(-50).of(Index.NDX), SomeTrade.of(200));
        var groups = Breakdown.of(run, Dimension.INDEX).groups();

        var spx = groups.getFirst().summary();
        assertThat(spx.shown(ResultNumber.WIN_RATE)).isEqualTo(2.0 / 3);
        assertThat(spx.shown(ResultNumber.TOTAL_PNL)).hasToString("400.00");
        assertThat(spx.shown(ResultNumber.PROFIT_FACTOR)).isEqualTo(5.0);
        assertThat(spx.shown(ResultNumber.EXPECTANCY)).hasToString("133.33");
        assertThat(spx.shown(ResultNumber.AVERAGE_WIN)).hasToString("250.00");
        assertThat(spx.reasons()).isEmpty();
        var ndx = groups.getLast().summary();
        assertThat(ndx.shown(ResultNumber.PROFIT_FACTOR)).isEqualTo(0.0);
        assertThat(ndx.shown(ResultNumber.AVERAGE_WIN)).isNull();
        assertThat(ndx.reasons()).containsOnlyKeys("averageWin", "largestWin");
        assertThat(ndx.figures().keySet()).containsExactlyElementsOf(Breakdown.NUMBERS);
    }

    @Test
    void without_trades_there_is_no_group() {
        assertThat(groups(Dimension.SESSION)).isEmpty();
    }
}
