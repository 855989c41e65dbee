package com.gammareplay.trading;

import static com.gammareplay.testing.TradedDay.CONDOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.bot.Evidence;
import com.gammareplay.bot.LegQuote;
import com.gammareplay.bot.Mark;
import com.gammareplay.bot.StrategyParameters;
import com.gammareplay.model.Leg;
import com.gammareplay.model.Right;
import com.gammareplay.model.Side;
import com.gammareplay.parameters.ParameterValues;
import com.gammareplay.parameters.Preset;
import com.gammareplay.parameters.TypedParameters;
import com.gammareplay.testing.TradedDay;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FillsTest {

    private static StrategyParameters.Fills parameters(String model, double fraction, int slippage) {
        return TypedParameters.of(ParameterValues.read(
                        Preset.LIVE, Map.of("fillModel", model, "fillFraction", fraction, "slippage", slippage)))
                .fills();
    }

    private static LegQuote quote(Side side, int bid, int ask) {
        return new LegQuote(new Leg(Right.CALL, 6000, side), 0, bid, ask, 0);
    }

    @ParameterizedTest
    @CsvSource({
        // Shorts 200/211, longs 100/102: natural 98, mid 104.5.
        "NATURAL, 0.5, 0, 98",
        "MID, 0.5, 0, 104",
        "FRACTION, 0, 0, 104",
        "FRACTION, 0.5, 0, 101",
        "FRACTION, 0.75, 0, 100",
        "FRACTION, 1, 0, 98",
        "NATURAL, 0.5, 3, 92",
        "MID, 0.5, 3, 98",
        "NATURAL, 0.5, 50, -2"
    })
    void credit_of_each_model(String model, double fraction, int slippage, long credit) {
        var legs = List.of(quote(Side.SHORT, 200, 211), quote(Side.LONG, 100, 102));

        assertThat(new Fills(parameters(model, fraction, slippage)).credit(legs, Evidence.NONE))
                .isEqualTo(credit);
    }

    @ParameterizedTest
    @CsvSource({
        // Short 200/211, long 100/102: natural 111, mid 104.5.
        "NATURAL, 0.5, 0, 111",
        "MID, 0.5, 0, 104",
        "FRACTION, 0.5, 0, 108",
        "FRACTION, 0.25, 0, 106",
        "NATURAL, 0.5, 3, 117",
        "MID, 0.5, 3, 110"
    })
    void exit_value_of_each_model(String model, double fraction, int slippage, long value) {
        var mark = new Mark();
        mark.add(true, 200, 211, 0);
        mark.add(false, 100, 102, 0);

        assertThat(new Fills(parameters(model, fraction, slippage)).exitValue(mark, 2))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"NATURAL, 0, 0", "MID, 0, 0", "FRACTION, 0, 0", "NATURAL, 3, 6", "MID, 3, 6"})
    void no_exit_value_is_below_0_before_its_slippage(String model, int slippage, long value) {
        var mark = new Mark();
        mark.add(true, 1, 2, 0);
        mark.add(false, 5, 6, 0);

        assertThat(new Fills(parameters(model, 0.5, slippage)).exitValue(mark, 2))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"101, 50", "103, 52"})
    void half_a_cent_is_rounded_to_even(int ask, long credit) {
        // Mids of 50.5 and 51.5.
        var legs = List.of(quote(Side.SHORT, 0, ask), quote(Side.LONG, 0, 0));

        assertThat(new Fills(parameters("MID", 0.5, 0)).credit(legs, Evidence.NONE))
                .isEqualTo(credit);
    }

    @ParameterizedTest
    @CsvSource({
        "0.65, 4, 3, 2, 1560",
        "0.65, 4, 3, 1, 780",
        "0.00125, 4, 1, 1, 0",
        "0.00125, 4, 1, 2, 1",
        "0.00375, 4, 1, 1, 2",
        "-0.65, 2, 1, 2, -260"
    })
    void fees_are_rounded_half_to_even_once(double commission, int legs, int contracts, int times, long cents) {
        var fills = TypedParameters.of(ParameterValues.read(Preset.LIVE, Map.of("commissionPerContract", commission)))
                .fills();

        assertThat(Money.fees(fills, legs, contracts, times)).isEqualTo(cents);
    }

    @Test
    void the_highest_prices_and_the_most_contracts_are_reckoned_exactly() {
        var day = TradedDay.of(
                        CONDOR,
                        "09:59:50..15:59:50/30 SPX C6070 10000000 10000000",
                        "09:59:50..15:59:50/30 SPX P6030 10000000 10000000",
                        "09:59:50..15:59:50/30 SPX C6075 0 0.01",
                        "09:59:50..15:59:50/30 SPX P6025 0 0.01")
                .with("contracts", 1000)
                .with("slippage", 10_000)
                .trade();

        var trade = day.onlyTrade();
        assertThat(day.decision().values())
                .containsEntry("callCredit", new BigDecimal("9999999.995"))
                .containsEntry("credit", new BigDecimal("19999999.99"));
        assertThat(trade.entry().credit()).isEqualTo(2_000_000_000L - 2 - 40_000);
        assertThat(trade.exit().value()).isEqualTo(2_000_000_000L + 40_000);
        assertThat(trade.pnl()).isEqualTo(-80_002L * 100 * 1000 - trade.fees());
        assertThat(trade.maxLoss()).isEqualTo((500 - 1_999_959_998L) * 100 * 1000 + trade.entryFees());
    }

    /** Its mid was a negative number once. */
    @Test
    void the_credit_of_the_highest_prices_is_positive() {
        assertThat(quote(Side.SHORT, 1_073_741_900, 1_073_741_900).mid()).isEqualTo(1_073_741_900);
    }

    @Test
    void a_trade_s_money_follows_from_its_fills_contracts_and_fees() {
        var trade = TradedDay.of(CONDOR)
                .with("contracts", 3)
                .with("commissionPerContract", 0.65)
                .trade()
                .onlyTrade();

        // Credit 1.56, bought back at 1.64; 4 legs of 3 contracts at 0.65, in and out.
        assertThat(trade.fees()).isEqualTo(1560);
        assertThat(trade.pnl()).isEqualTo((156 - 164) * 300 - 1560);
        assertThat(trade.pnlPercent()).isEqualTo(-39.6 / 468 * 100);
        assertThat(trade.maxLoss()).isEqualTo((500 - 156) * 300 + 780);
    }
}
