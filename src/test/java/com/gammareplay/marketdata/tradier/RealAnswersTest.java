package com.gammareplay.marketdata.tradier;

import static com.gammareplay.marketdata.tradier.Broker.CALENDAR;
import static com.gammareplay.marketdata.tradier.Broker.CHAINS;
import static com.gammareplay.marketdata.tradier.Broker.CLOCK;
import static com.gammareplay.marketdata.tradier.Broker.EXPIRATIONS;
import static com.gammareplay.marketdata.tradier.Broker.QUOTES;
import static com.gammareplay.marketdata.tradier.Broker.SESSION;
import static com.gammareplay.marketdata.tradier.Broker.prices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gammareplay.calendar.NewYork;
import com.gammareplay.marketdata.ContractQuote;
import com.gammareplay.marketdata.FeedException;
import com.gammareplay.marketdata.MarketSnapshot.Contract;
import com.gammareplay.marketdata.MarketSnapshot.Greeks;
import com.gammareplay.marketdata.QuotePass;
import com.gammareplay.model.Index;
import com.gammareplay.model.OptionContract;
import com.gammareplay.model.Right;
import com.gammareplay.model.Session;
import com.gammareplay.testing.TestData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers that Tradier really gave, of other underlyings than ours, in every shape. */
class RealAnswersTest {

    private static final Instant NOW = Instant.parse("2024-01-12T17:29:08Z");
    private static final Instant UNTIL = NOW.plusSeconds(15);
    private static final OptionContract PUT = new OptionContract(250, Right.PUT);
    private static final OptionContract CALL = new OptionContract(290, Right.CALL);

    private final Broker broker = new Broker();
    private final TradierFeed feed = broker.feed(InstantSource.fixed(NOW));

    @AfterEach
    void close() {
        feed.close();
        broker.close();
    }

    private static String answer(String file) {
        try {
            return Files.readString(TestData.folder().resolve("data/tradier").resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same as if it were about options of ours. */
    private static String ours(String file) {
        return answer(file).replace("TSLA2", "SPXW2");
    }

    @Test
    void a_chain() {
        broker.on(CHAINS, ours("asynctradier/get_option_chains.json")).on(QUOTES, prices());

        var chain = feed.snapshot(SESSION, Index.SPX, UNTIL).chain();

        assertThat(chain)
                .containsExactly(
                        new Contract(
                                new ContractQuote(290, Right.PUT, 7025, 7410, 6216, 0, 835),
                                new Greeks(
                                        -0.9998557711335186,
                                        3.5165824253684816e-05,
                                        -0.0007229633668219417,
                                        0.00019028779215795382)),
                        new Contract(
                                new ContractQuote(290, Right.CALL, 1, 2, 2, 619, 18_077),
                                new Greeks(
                                        0.00014422886648140625,
                                        3.5165824253684816e-05,
                                        -0.0007229633668219417,
                                        0.00019028779215795382)));
        assertThat(feed.counts()).isEmpty();
    }

    @Test
    void a_chain_of_an_unknown_underlying() {
        broker.on(CHAINS, answer("asynctradier/get_option_chains_invalid_symbol.json"));

        assertThatExceptionOfType(FeedException.class)
                .isThrownBy(() -> feed.snapshot(SESSION, Index.SPX, UNTIL))
                .extracting(FeedException::kind)
                .isEqualTo(FeedException.Kind.CLOSED);
    }

    @Test
    void a_quote_that_is_an_object() {
        assertThat(quotes("asynctradier/get_quotes_with_greeks.json").quotes())
                .containsExactly(new ContractQuote(250, Right.PUT, 2835, 2875, 2864, 325, 31_812));
        assertThat(feed.counts()).containsOnly(entry("unknownContracts", 1L));
    }

    @Test
    void quotes_that_are_an_array() {
        assertThat(quotes("asynctradier/get_quotes_multiple.json").quotes())
                .containsExactly(new ContractQuote(250, Right.PUT, 2890, 2930, 2922, 298, 31_812));
        assertThat(feed.counts()).containsOnly(entry("badSymbols", 1L), entry("unknownContracts", 1L));
    }

    @ParameterizedTest
    @CsvSource({
        "asynctradier/get_quotes_unmatched_symbol.json, 0",
        "asynctradier/get_quotes_parts_unmatch_symbol.json, 1",
        "asynctradier/get_quotes_single.json, 1",
        "tradier_rb/quote.json, 1",
        "tradier_rb/quotes.json, 2"
    })
    void quotes_that_are_of_none_of_our_contracts(String file, long others) {
        assertThat(quotes(file).quotes()).isEmpty();
        assertThat(feed.counts().getOrDefault("badSymbols", 0L)).isEqualTo(others);
        assertThat(feed.counts()).containsEntry("unknownContracts", 2L);
    }

    @Test
    void an_option_of_an_older_form() {
        assertThat(quotes("tradier_rb/option_quote.json").quotes()).isEmpty();
        assertThat(feed.counts()).containsOnly(entry("otherRoots", 1L), entry("unknownContracts", 2L));
    }

    private QuotePass quotes(String file) {
        broker.on(QUOTES, ours(file));
        return feed.quotes(SESSION, Index.SPX, List.of(CALL, PUT), UNTIL);
    }

    @Test
    void expirations_and_a_calendar() {
        broker.on(CLOCK, answer("tradier_rb/clock.json"))
                .on(CALENDAR, answer("asynctradier/get_calendar.json"))
                .on(EXPIRATIONS, answer("asynctradier/get_option_expirations_only_date.json"));

        assertThat(feed.check(SESSION, List.of(Index.SPX, Index.NDX))).noneMatch(odd -> odd.contains("calendar"));
    }

    @Test
    void an_older_calendar_and_a_closed_clock() {
        broker.on(CLOCK, answer("tradier_rb/clock.json"))
                .on(CALENDAR, answer("tradier_rb/calendar.json"))
                .on(EXPIRATIONS, "{\"expirations\": {\"date\": \"2013-06-11\"}}");
        var session = session(LocalDate.of(2013, 6, 11));

        assertThat(feed.check(session, List.of(Index.SPX))).noneMatch(odd -> odd.contains("calendar"));
        var noon = Instant.ofEpochSecond(NewYork.epochSecond(session.date(), LocalTime.NOON));
        try (var within = broker.feed(InstantSource.fixed(noon))) {
            assertThatExceptionOfType(FeedException.class)
                    .isThrownBy(() -> within.check(session, List.of(Index.SPX)))
                    .extracting(FeedException::kind)
                    .isEqualTo(FeedException.Kind.CLOSED);
        }
    }

    private static Session session(LocalDate date) {
        return new Session(
                date,
                NewYork.epochSecond(date, LocalTime.of(9, 30)),
                NewYork.epochSecond(date, LocalTime.of(16, 0)),
                false);
    }

    @Test
    void what_was_not_asked_for() {
        broker.on(QUOTES, answer("asynctradier/get_time_and_sale.json"));

        assertThatExceptionOfType(FeedException.class)
                .isThrownBy(() -> feed.quotes(SESSION, Index.SPX, List.of(PUT), UNTIL))
                .withMessage("Tradier answered without quotes, which was asked for.")
                .extracting(FeedException::kind)
                .isEqualTo(FeedException.Kind.BAD_ANSWER);
    }
}
