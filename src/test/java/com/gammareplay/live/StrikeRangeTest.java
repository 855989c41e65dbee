package com.gammareplay.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.marketdata.ContractQuote;
import com.gammareplay.marketdata.MarketSnapshot;
import com.gammareplay.model.Index;
import com.gammareplay.model.OptionContract;
import com.gammareplay.model.Right;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrikeRangeTest {

    private static MarketSnapshot snapshot(Index index, double price, int... strikes) {
        var chain = IntStream.of(strikes)
                .mapToObj(strike -> new ContractQuote(strike, Right.CALL, 100, 110, null, 0, 5))
                .map(quote -> new MarketSnapshot.Contract(quote, null))
                .toList();
        return new MarketSnapshot(1_000, index, price, 15.0, 600.5, LocalDate.of(2025, 11, 26), chain);
    }

    private static List<Integer> strikes(List<OptionContract> contracts) {
        return contracts.stream().map(OptionContract::strike).toList();
    }

    @ParameterizedTest
    @CsvSource({"SPX, 300", "NDX, 1200"})
    void strikes_at_the_very_range_belong_to_the_session_and_the_next_ones_do_not(Index index, int range) {
        var chain = snapshot(index, 20_000, 19_995 - range, 20_000 - range, 20_000, 20_000 + range, 20_005 + range);

        assertThat(strikes(StrikeRange.near(chain))).containsExactly(20_000 - range, 20_000, 20_000 + range);
    }

    @Test
    void the_range_is_measured_from_the_price_and_not_from_the_grid() {
        assertThat(strikes(StrikeRange.near(snapshot(Index.SPX, 6_700.01, 6_400, 6_405, 7_000))))
                .containsExactly(6_405, 7_000);
    }

    @Test
    void a_contract_that_a_chain_has_twice_is_one() {
        assertThat(StrikeRange.near(snapshot(Index.SPX, 6_700, 6_700, 6_700))).hasSize(1);
    }

    @Test
    void a_snapshot_keeps_only_contracts_of_the_session_and_all_else_that_it_says() {
        var snapshot = snapshot(Index.SPX, 6_700, 6_695, 6_700, 6_705);

        var only = StrikeRange.only(List.of(new OptionContract(6_700, Right.CALL)), snapshot);

        assertThat(only).isEqualTo(snapshot(Index.SPX, 6_700, 6_700));
    }
}
