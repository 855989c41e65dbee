package com.gammareplay.marketdata.tradier;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.model.Index;
import com.gammareplay.model.OptionContract;
import com.gammareplay.model.Right;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionSymbolTest {

    private static final LocalDate DATE = LocalDate.of(2026, 1, 12);

    @Test
    void has_root_date_right_and_thousandths_of_the_strike() {
        assertThat(OptionSymbol.of(Index.SPX, DATE, new OptionContract(6970, Right.PUT)))
                .hasToString("SPXW260112P06970000");
        assertThat(OptionSymbol.of(Index.NDX, DATE, new OptionContract(25_810, Right.CALL)))
                .hasToString("NDXP260112C25810000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SPXW260112P06970000", "NDXP260112C25810000", "SPX260116C05000000", "AAPL7150117C00430500"})
    void is_read_as_it_is_written(String text) {
        assertThat(OptionSymbol.parse(text)).get().hasToString(text);
    }

    @Test
    void tells_its_contract_unless_the_strike_is_no_whole_number() {
        assertThat(OptionSymbol.parse("SPXW260112P06970000").flatMap(OptionSymbol::contract))
                .contains(new OptionContract(6970, Right.PUT));
        assertThat(OptionSymbol.parse("SPXW260112P06970500").flatMap(OptionSymbol::contract))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SPX",
                "SPXW260112X06970000",
                "SPXW260230P06970000",
                "SPXW261312P06970000",
                "SPXW26011P06970000",
                "spxw260112P06970000",
                "SPXW260112P0697000",
                "SPXW260112P06970000 ",
                "SPXW٢٦٠١١٢P06970000"
            })
    void is_nothing_else(String text) {
        assertThat(OptionSymbol.parse(text)).isEmpty();
    }
}
