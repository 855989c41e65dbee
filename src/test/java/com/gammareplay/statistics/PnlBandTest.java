package com.gammareplay.statistics;

import static com.gammareplay.testing.TradedDay.CALL_SPREAD;
import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.bot.FillModel;
import com.gammareplay.bot.StrategyParameters.Fills;
import com.gammareplay.testing.TradedDay;
import com.gammareplay.trading.Trade;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Call spreads that are entered at 1.40 at mid, 1.38 natural. */
class PnlBandTest {

    private static final Fills NATURAL = new Fills(FillModel.NATURAL, 0.5, 0, 0);

    /** Closed by its trailing stop at 1.40 at mid, 1.42 natural. */
    private static final Trade LOSER =
            TradedDay.of(CALL_SPREAD, "10:09:50 SPX C6070 2.10 2.10").trade().onlyTrade();

    /** Closed by its target at 0.89 at mid, 0.90 natural. */
    private static final Trade WINNER = TradedDay.of(CALL_SPREAD, "10:09:50 SPX C6070 2.10 2.10")
            .with("profitTargetHigh", 0.3)
            .trade()
            .onlyTrade();

    /** Settled worthless. */
    private static final Trade SETTLED = TradedDay.of(
                    CALL_SPREAD.replace("15:59:50", "09:59:50"), "15:59:00 SPX context 6050 14")
            .trade()
            .onlyTrade();

    private static PnlBand band(Fills own, Trade... trades) {
        return PnlBand.of(List.of(trades), own);
    }

    private static List<Long> totals(PnlBand band) {
        return band.fills().stream().map(PnlBand.Fill::totalPnl).toList();
    }

    @Test
    void each_fill_is_rounded_as_fills_are() {
        var band = band(NATURAL, LOSER);

        assertThat(band.fills()).extracting(PnlBand.Fill::fraction).containsExactly(0.0, 0.25, 0.5, 0.75, 1.0);
        // Credits of 140, 140 (139.5), 139, 138 (138.5), 138, exits of 140, 140 (140.5), 141, 142 (141.5), 142.
        assertThat(totals(band)).containsExactly(0L, 0L, -200L, -400L, -400L);
        assertThat(band.fills()).extracting(PnlBand.Fill::losses).containsExactly(0, 0, 1, 1, 1);
        assertThat(totals(band(NATURAL, WINNER))).containsExactly(5100L, 5100L, 4900L, 4800L, 4800L);
        assertThat(band(NATURAL, WINNER).fills()).extracting(PnlBand.Fill::wins).containsOnly(1);
    }

    @Test
    void the_own_fraction_is_marked_and_added_if_it_is_another() {
        assertThat(ofOwn(NATURAL)).containsExactly(1.0);
        assertThat(ofOwn(new Fills(FillModel.MID, 0.5, 0, 0))).containsExactly(0.0);
        assertThat(ofOwn(new Fills(FillModel.FRACTION, 0.3, 0, 0))).containsExactly(0.3);
        assertThat(band(new Fills(FillModel.FRACTION, 0.3, 0, 0), LOSER).fills())
                .hasSize(6);
    }

    private static List<Double> ofOwn(Fills own) {
        return band(own, LOSER).fills().stream()
                .filter(PnlBand.Fill::own)
                .map(PnlBand.Fill::fraction)
                .toList();
    }

    @Test
    void a_settlement_costs_what_it_cost_and_its_exit_no_fee() {
        assertThat(totals(band(NATURAL, SETTLED))).containsExactly(14_000L, 14_000L, 13_900L, 13_800L, 13_800L);
        assertThat(totals(band(new Fills(FillModel.NATURAL, 0.5, 0, 0.65), SETTLED)))
                .endsWith(13_800L - 130);
        assertThat(totals(band(new Fills(FillModel.NATURAL, 0.5, 0, 0.65), WINNER)))
                .endsWith(4800L - 260);
    }

    @Test
    void slippage_stays() {
        assertThat(totals(band(new Fills(FillModel.NATURAL, 0.5, 1, 0), WINNER)))
                .containsExactly(4700L, 4700L, 4500L, 4400L, 4400L);
    }

    /** At a quarter of the way 139.5 and 140.5 are both rounded to 140. */
    @Test
    void the_break_even_fraction_is_the_last_one_without_a_loss() {
        assertThat(band(NATURAL, LOSER).breakEvenFraction()).isEqualTo(0.25);
        assertThat(band(NATURAL, LOSER).reasons()).containsOnlyKeys("breakEvenCommission");
    }

    /** Four charges: 48.00 / 4, and what rounding the fees to a cent leaves. */
    @Test
    void the_break_even_commission_is_the_last_one_without_a_loss() {
        assertThat(band(NATURAL, WINNER).breakEvenCommission()).isEqualTo(12.0012);
        assertThat(band(NATURAL, SETTLED).breakEvenCommission()).isBetween(69.0024, 69.0025);
        assertThat(band(new Fills(FillModel.NATURAL, 0.5, 0, 3), WINNER).breakEvenCommission())
                .isEqualTo(12.0012);
    }

    @Test
    void where_there_is_none_a_reason_says_why() {
        assertThat(band(NATURAL, WINNER).reasons())
                .containsExactly(Map.entry("breakEvenFraction", "no loss even at natural fills"));
        assertThat(band(new Fills(FillModel.NATURAL, 0.5, 1, 0), LOSER).reasons())
                .containsEntry("breakEvenFraction", "a loss even at mid")
                .containsEntry("breakEvenCommission", "a loss even without commission");
        var none = band(NATURAL);
        assertThat(none.breakEvenFraction()).isNull();
        assertThat(none.breakEvenCommission()).isNull();
        assertThat(none.reasons())
                .containsEntry("breakEvenFraction", "no trades")
                .containsEntry("breakEvenCommission", "no trades");
        assertThat(totals(none)).containsOnly(0L);
    }
}
