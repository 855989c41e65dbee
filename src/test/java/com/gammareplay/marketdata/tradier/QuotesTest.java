package com.gammareplay.marketdata.tradier;

import static com.gammareplay.marketdata.tradier.Broker.CHAINS;
import static com.gammareplay.marketdata.tradier.Broker.QUOTES;
import static com.gammareplay.marketdata.tradier.Broker.SESSION;
import static com.gammareplay.marketdata.tradier.Broker.json;
import static com.gammareplay.marketdata.tradier.Broker.option;
import static com.gammareplay.marketdata.tradier.Broker.prices;
import static com.gammareplay.marketdata.tradier.Broker.quotes;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gammareplay.marketdata.ContractQuote;
import com.gammareplay.marketdata.FeedException;
import com.gammareplay.marketdata.QuotePass;
import com.gammareplay.model.Index;
import com.gammareplay.model.OptionContract;
import com.gammareplay.model.Right;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The quotes of a pass, and how questions for one tick share their answer. */
class QuotesTest {

    private static final Instant NOW = Instant.parse("2024-01-19T15:00:00Z");
    private static final Instant UNTIL = NOW.plusSeconds(3);
    private static final OptionContract CALL = new OptionContract(4800, Right.CALL);
    private static final OptionContract PUT = new OptionContract(4800, Right.PUT);

    private final Broker broker = new Broker();
    private final TradierFeed feed = broker.feed(InstantSource.fixed(NOW));

    @AfterEach
    void close() {
        feed.close();
        broker.close();
    }

    private QuotePass pass(Instant until) {
        return feed.quotes(SESSION, Index.SPX, List.of(CALL, PUT), until);
    }

    @Test
    void are_one_request_in_the_order_of_the_contracts() {
        broker.on(
                QUOTES,
                quotes(option("SPXW240119P04800000", "2.00", "1.90"), option("SPXW240119C04800000", "null", "2")));

        assertThat(pass(UNTIL))
                .isEqualTo(new QuotePass(
                        NOW.getEpochSecond(),
                        Index.SPX,
                        List.of(
                                new ContractQuote(4800, Right.CALL, null, 200, null, null, null),
                                new ContractQuote(4800, Right.PUT, 200, 190, null, null, null))));
        assertThat(broker.requests()).singleElement().satisfies(request -> {
            assertThat(request.getMethod().getName()).isEqualTo("POST");
            assertThat(request.header("Content-Type").firstValue()).isEqualTo("application/x-www-form-urlencoded");
            assertThat(request.getBodyAsString())
                    .isEqualTo("symbols=SPXW240119C04800000%2CSPXW240119P04800000&greeks=false");
        });
        assertThat(feed.counts()).isEmpty();
    }

    @Test
    void leave_out_contracts_that_are_unknown_or_were_not_asked_for() {
        broker.on(
                QUOTES,
                quotes(
                        option("SPXW240119C04800000", "1", "2"),
                        option("SPXW240119C04805000", "1", "2"),
                        option("SPX240119P04800000", "1", "2")));

        assertThat(pass(UNTIL).quotes()).extracting(ContractQuote::right).containsExactly(Right.CALL);
        assertThat(feed.counts())
                .containsOnly(
                        entry("otherRoots", 1L), entry("contractsNotAskedFor", 1L), entry("unknownContracts", 1L));
    }

    @Test
    void of_no_contracts_are_not_asked_for() {
        assertThat(feed.quotes(SESSION, Index.SPX, List.of(), UNTIL).quotes()).isEmpty();
        assertThat(broker.requests()).isEmpty();
    }

    @Test
    void for_one_tick_are_asked_for_once() throws Exception {
        broker.on(QUOTES, json(quotes(option("SPXW240119C04800000", "1", "2"))).withFixedDelay(50));

        var passes = atOnce(() -> pass(UNTIL));

        assertThat(passes).hasSize(8).containsOnly(pass(UNTIL));
        assertThat(broker.requests()).hasSize(1);
        pass(UNTIL.plusSeconds(30));
        assertThat(broker.requests()).hasSize(2);
    }

    @Test
    void of_other_contracts_are_another_question() {
        broker.on(QUOTES, quotes());
        pass(UNTIL);
        feed.quotes(SESSION, Index.SPX, List.of(CALL), UNTIL);
        feed.quotes(SESSION, Index.NDX, List.of(CALL), UNTIL);
        assertThat(broker.requests()).hasSize(3);
    }

    @Test
    void chains_of_one_tick_are_asked_for_once() throws Exception {
        broker.on(CHAINS, json(Broker.chain()).withFixedDelay(50)).on(QUOTES, prices());

        var snapshots = atOnce(() -> feed.snapshot(SESSION, Index.SPX, UNTIL));

        assertThat(snapshots).hasSize(8).containsOnly(feed.snapshot(SESSION, Index.SPX, UNTIL));
        assertThat(broker.requests()).hasSize(2);
    }

    @Test
    void a_failure_is_told_to_all_who_asked() throws Exception {
        broker.on(QUOTES, json("{}").withFixedDelay(50));

        var failures = atOnce(() -> assertThatExceptionOfType(FeedException.class)
                .isThrownBy(() -> pass(UNTIL))
                .extracting(FeedException::kind)
                .actual());

        assertThat(failures).hasSize(8).containsOnly(FeedException.Kind.BAD_ANSWER);
    }

    private static <A> List<A> atOnce(Callable<A> question) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(
                    IntStream.range(0, 8).mapToObj(_ -> question).toList());
            return answers.stream().map(Future::resultNow).toList();
        }
    }
}
