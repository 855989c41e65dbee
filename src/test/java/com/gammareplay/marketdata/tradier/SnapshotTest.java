package com.gammareplay.marketdata.tradier;

import static com.gammareplay.marketdata.tradier.Broker.CHAINS;
import static com.gammareplay.marketdata.tradier.Broker.QUOTES;
import static com.gammareplay.marketdata.tradier.Broker.SESSION;
import static com.gammareplay.marketdata.tradier.Broker.option;
import static com.gammareplay.marketdata.tradier.Broker.options;
import static com.gammareplay.marketdata.tradier.Broker.prices;
import static com.gammareplay.marketdata.tradier.Broker.quote;
import static com.gammareplay.marketdata.tradier.Broker.quotes;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gammareplay.marketdata.ContractQuote;
import com.gammareplay.marketdata.FeedException;
import com.gammareplay.marketdata.MarketSnapshot;
import com.gammareplay.marketdata.MarketSnapshot.Contract;
import com.gammareplay.marketdata.MarketSnapshot.Greeks;
import com.gammareplay.model.Index;
import com.gammareplay.model.Right;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of chains: each oddity of the live market is kept, left out or counted. */
class SnapshotTest {

    private static final Instant NOW = Instant.parse("2024-01-19T15:00:00.200Z");
    private static final Instant UNTIL = NOW.plusSeconds(15);

    private final Broker broker = new Broker();
    private final TradierFeed feed = broker.feed(InstantSource.fixed(NOW));

    @AfterEach
    void close() {
        feed.close();
        broker.close();
    }

    private MarketSnapshot snapshot(String chain) {
        broker.on(CHAINS, chain).on(QUOTES, prices());
        return feed.snapshot(SESSION, Index.SPX, UNTIL);
    }

    private Contract only(String rest) {
        return snapshot(options(option("SPXW240119C04800000", "1", "2", rest)))
                .chain()
                .getFirst();
    }

    @Test
    void is_one_request_for_the_chain_and_one_for_index_vix_and_fund() {
        var snapshot = snapshot(Broker.chain());

        assertThat(broker.paths()).containsExactly(CHAINS + "?symbol=SPX&expiration=2024-01-19&greeks=true", QUOTES);
        assertThat(broker.requests())
                .allSatisfy(request -> {
                    assertThat(request.header("Authorization").firstValue()).isEqualTo("Bearer " + Broker.TOKEN);
                    assertThat(request.header("Accept").firstValue()).isEqualTo("application/json");
                })
                .last()
                .satisfies(request -> {
                    assertThat(request.getMethod().getName()).isEqualTo("POST");
                    assertThat(request.getBodyAsString()).isEqualTo("symbols=SPX%2CVIX%2CSPY&greeks=false");
                });
        assertThat(snapshot)
                .isEqualTo(new MarketSnapshot(
                        NOW.getEpochSecond() + 1, Index.SPX, 4839.81, 13.3, 482.43, SESSION.date(), snapshot.chain()));
        assertThat(snapshot.chain())
                .extracting(Contract::quote)
                .containsExactly(
                        new ContractQuote(4800, Right.CALL, 105, 115, null, null, null),
                        new ContractQuote(4800, Right.PUT, 200, 210, null, null, null));
        assertThat(feed.counts()).isEmpty();
    }

    @Test
    void of_the_other_index_has_its_own_root_and_fund() {
        broker.on(CHAINS, options(option("NDXP240119P17300000", "1", "2"), option("NDX240119P17300000", "1", "2")))
                .on(QUOTES, quotes(quote("QQQ", "421.18"), quote("NDX", "17314")));

        var snapshot = feed.snapshot(SESSION, Index.NDX, UNTIL);

        assertThat(broker.paths().getFirst()).contains("symbol=NDX&");
        assertThat(broker.requests().getLast().getBodyAsString()).startsWith("symbols=NDX%2CVIX%2CQQQ&");
        assertThat(snapshot.price()).isEqualTo(17_314);
        assertThat(snapshot.fundPrice()).isEqualTo(421.18);
        assertThat(snapshot.vix()).isNull();
        assertThat(snapshot.chain()).hasSize(1);
        assertThat(feed.counts()).containsOnly(entry("otherRoots", 1L));
    }

    @Test
    void keeps_what_is_settled_by_the_close_and_counts_the_rest() {
        var snapshot = snapshot(options(
                option("SPX240119C04800000", "9", "9"),
                option("SPXW240119C04800000", "1", "2"),
                option("SPXW240122C04800000", "9", "9"),
                option("SPXW240119C04802500", "9", "9"),
                option("nonsense", "9", "9"),
                "7",
                option("SPXW240119C04800000", "3", "4")));

        assertThat(snapshot.chain())
                .extracting(Contract::quote)
                .containsExactly(new ContractQuote(4800, Right.CALL, 300, 400, null, null, null));
        assertThat(feed.counts())
                .containsOnly(
                        entry("otherRoots", 1L),
                        entry("otherExpirations", 1L),
                        entry("fractionalStrikes", 1L),
                        entry("badSymbols", 2L),
                        entry("duplicateContracts", 1L));
    }

    @ParameterizedTest
    @CsvSource({
        "1.05, 105, 0",
        "0.125, 12, 0",
        "0.375, 38, 0",
        "0, 0, 0",
        "-0.05, -5, 0",
        "1e1, 1000, 0",
        "null, , 0",
        "'\"1.05\"', , 1",
        "NaN, , 1",
        "1e400, , 1",
        "10000001, , 1",
        "true, , 1",
        "[], , 1"
    })
    void prices_are_whole_cents_and_what_is_none_is_not_known(String written, Integer cents, long bad) {
        var quote = snapshot(options(option("SPXW240119C04800000", written, "2")))
                .chain()
                .getFirst()
                .quote();

        assertThat(quote.bid()).isEqualTo(cents);
        assertThat(quote.ask()).isEqualTo(200);
        assertThat(feed.counts().getOrDefault("badNumbers", 0L)).isEqualTo(bad);
    }

    @ParameterizedTest
    @CsvSource({"12, 12, 0", "12.0, 12, 0", "null, , 0", "-1, , 1", "1.5, , 1", "3000000000, , 1"})
    void volume_and_open_interest_are_counts(String written, Integer count, long bad) {
        var quote = only("\"volume\": " + written + ", \"open_interest\": 7").quote();

        assertThat(quote.volume()).isEqualTo(count);
        assertThat(quote.openInterest()).isEqualTo(7);
        assertThat(feed.counts().getOrDefault("badNumbers", 0L)).isEqualTo(bad);
    }

    @Test
    void greeks_are_kept_as_they_are_null_or_negative() {
        assertThat(only("\"greeks\": {\"delta\": -0.5, \"gamma\": -1e-12, \"theta\": null, \"vega\": 0,"
                                + " \"updated_at\": \"2024-01-19 14:30:00\"}")
                        .greeks())
                .isEqualTo(new Greeks(-0.5, -1e-12, null, 0.0));
    }

    @Test
    void gamma_may_be_null() {
        assertThat(only("\"greeks\": {\"gamma\": null, \"updated_at\": \"2024-01-19 14:30:00\"}")
                        .greeks())
                .isEqualTo(new Greeks(null, null, null, null));
    }

    @Test
    void greeks_are_dated_in_utc_and_those_of_more_than_an_hour_are_counted() {
        snapshot(options(
                option("SPXW240119C04800000", "1", "2", updated("2024-01-19 14:00:00")),
                option("SPXW240119C04805000", "1", "2", updated("2024-01-19 14:00:01")),
                option("SPXW240119C04810000", "1", "2", updated("2024-01-19 13:30:00")),
                option("SPXW240119C04815000", "1", "2", updated("an hour ago"))));

        assertThat(feed.counts()).containsOnly(entry("oldGreeks", 2L), entry("undatedGreeks", 1L));
    }

    private static String updated(String time) {
        return "\"greeks\": {\"gamma\": 0.1, \"updated_at\": \"" + time + "\"}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"options\": null}",
                "{\"options\": {\"option\": null}}",
                "{\"options\": \"null\"}",
                "{\"options\": {\"option\": {\"symbol\": \"SPX240119C04800000\", \"bid\": 1, \"ask\": 2}}}"
            })
    void without_contracts_the_session_is_unknown(String chain) {
        assertThatExceptionOfType(FeedException.class)
                .isThrownBy(() -> snapshot(chain))
                .withMessage("Tradier has no options of SPX that expire on 2024-01-19.")
                .extracting(FeedException::kind)
                .isEqualTo(FeedException.Kind.CLOSED);
    }

    @Test
    void one_contract_is_written_as_an_object() {
        var option = option("SPXW240119C04800000", "1", "2");
        assertThat(snapshot("{\"options\": {\"option\": " + option + "}}").chain())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "0", "-1", "\"4839.81\"", "NaN", "20000000"})
    void without_a_price_of_the_index_there_is_none(String last) {
        broker.on(CHAINS, Broker.chain()).on(QUOTES, quotes(quote("SPX", last), quote("VIX", "13")));

        assertThatExceptionOfType(FeedException.class)
                .isThrownBy(() -> feed.snapshot(SESSION, Index.SPX, UNTIL))
                .withMessage("Tradier has no price of SPX.")
                .extracting(FeedException::kind)
                .isEqualTo(FeedException.Kind.BAD_ANSWER);
    }

    @Test
    void without_vix_and_fund_there_is_one() {
        broker.on(CHAINS, Broker.chain())
                .on(
                        QUOTES,
                        "{\"quotes\": {\"quote\": " + quote("SPX", "4839.81")
                                + ", \"unmatched_symbols\": {\"symbol\": \"VIX\"}}}");

        var snapshot = feed.snapshot(SESSION, Index.SPX, UNTIL);

        assertThat(snapshot.vix()).isNull();
        assertThat(snapshot.fundPrice()).isNull();
    }
}
