package com.gammareplay.marketdata.tradier;

import static com.gammareplay.marketdata.tradier.Broker.QUOTES;
import static com.gammareplay.marketdata.tradier.Broker.SESSION;
import static com.gammareplay.marketdata.tradier.Broker.json;
import static com.gammareplay.marketdata.tradier.Broker.option;
import static com.gammareplay.marketdata.tradier.Broker.quotes;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gammareplay.marketdata.FeedException;
import com.gammareplay.marketdata.FeedException.Kind;
import com.gammareplay.model.Index;
import com.gammareplay.model.OptionContract;
import com.gammareplay.model.Right;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong between us and the broker is repeated while there is time, and else told for what it is. */
@Tag("trial")
class HttpTroubleTest {

    private static final List<OptionContract> CONTRACTS = List.of(new OptionContract(4800, Right.CALL));

    private final Broker broker = new Broker();
    private final InstantSource clock = InstantSource.system();

    @AfterEach
    void close() {
        broker.close();
    }

    private static ResponseDefinitionBuilder good() {
        return json(quotes(option("SPXW240119C04800000", "1", "2")));
    }

    private FeedException failure(TradierSettings settings, Duration time) {
        try (var feed = broker.feed(settings, clock)) {
            return assertThatExceptionOfType(FeedException.class)
                    .isThrownBy(() -> feed.quotes(
                            SESSION, Index.SPX, CONTRACTS, clock.instant().plus(time)))
                    .satisfies(HttpTroubleTest::hidesTheToken)
                    .actual();
        }
    }

    private FeedException failure(ResponseDefinitionBuilder... answers) {
        broker.on(QUOTES, answers);
        return failure(broker.settings(), Duration.ofSeconds(20));
    }

    private static void hidesTheToken(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        assertThat(text.toString()).contains(failure.getMessage()).doesNotContain(Broker.TOKEN);
    }

    private void succeedsAfter(int requests, ResponseDefinitionBuilder... answers) {
        broker.on(QUOTES, answers);
        try (var feed = broker.feed(clock)) {
            var until = clock.instant().plusSeconds(20);
            assertThat(feed.quotes(SESSION, Index.SPX, CONTRACTS, until).quotes())
                    .hasSize(1);
            assertThat(broker.requests()).hasSize(requests);
            assertThat(feed.counts()).containsEntry("repeatedRequests", requests - 1L);
        }
    }

    private TradierSettings settings(Duration requestTimeout, Duration pause, int attempts, int maxAnswer) {
        return new TradierSettings(
                broker.url(),
                Broker.TOKEN,
                Duration.ofSeconds(2),
                requestTimeout,
                Duration.ofSeconds(30),
                pause,
                pause,
                attempts,
                maxAnswer);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void errors_of_the_broker_are_asked_about_again(int status) {
        succeedsAfter(3, aResponse().withStatus(status), aResponse().withStatus(status), good());
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void broken_connections_are_made_again(Fault fault) {
        succeedsAfter(2, aResponse().withFault(fault), good());
    }

    @Test
    void an_answer_that_is_late_is_asked_for_again() {
        broker.on(QUOTES, aResponse().withFixedDelay(30_000), good());
        var settings = settings(Duration.ofSeconds(1), Duration.ofMillis(1), 4, 1_000_000);
        try (var feed = broker.feed(settings, clock)) {
            var until = clock.instant().plusSeconds(20);
            assertThat(feed.quotes(SESSION, Index.SPX, CONTRACTS, until).quotes())
                    .hasSize(1);
        }
    }

    @Test
    void errors_that_stay_are_told_after_the_last_attempt() {
        assertThat(failure(aResponse().withStatus(503)))
                .hasMessage("127.0.0.1/v1/markets/quotes was answered with status 503.")
                .extracting(FeedException::kind)
                .isEqualTo(Kind.UNAVAILABLE);
        assertThat(broker.requests()).hasSize(4);
    }

    @Test
    void no_pause_goes_past_the_tick() {
        broker.on(QUOTES, aResponse().withStatus(500));
        var settings = settings(Duration.ofSeconds(10), Duration.ofMinutes(10), 4, 1_000_000);

        assertThat(failure(settings, Duration.ofSeconds(60)).kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(broker.requests()).hasSize(1);
    }

    @Test
    void no_attempt_goes_past_the_tick() {
        broker.on(QUOTES, aResponse().withFixedDelay(60_000));
        var begun = clock.instant();

        assertThat(failure(broker.settings(), Duration.ofMillis(300)))
                .hasMessageMatching("127.0.0.1/v1/markets/quotes was not answered within 0\\.[123] s\\.")
                .extracting(FeedException::kind)
                .isEqualTo(Kind.TIMEOUT);
        assertThat(Duration.between(begun, clock.instant())).isBetween(Duration.ofMillis(300), Duration.ofSeconds(10));
    }

    @Test
    void an_answer_that_comes_in_drops_is_late_too() {
        broker.on(QUOTES, good().withChunkedDribbleDelay(50, 60_000));
        try (var feed = broker.feed(clock)) {
            var until = clock.instant().plusMillis(500);
            assertThatExceptionOfType(FeedException.class)
                    .isThrownBy(() -> feed.quotes(SESSION, Index.SPX, CONTRACTS, until))
                    .extracting(FeedException::kind)
                    .isEqualTo(Kind.TIMEOUT);
        }
    }

    @Test
    void nothing_is_asked_for_a_tick_that_has_gone_by() {
        assertThat(failure(broker.settings(), Duration.ofMillis(-1)))
                .hasMessageStartingWith("No time was left")
                .extracting(FeedException::kind)
                .isEqualTo(Kind.TIMEOUT);
        assertThat(broker.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void a_token_that_is_refused_is_told_at_once(int status) {
        assertThat(failure(aResponse().withStatus(status).withBody("Invalid Access Token")))
                .hasMessage(
                        "127.0.0.1 does not accept the token (TRADIER_TOKEN): one of the sandbox is not valid on the"
                                + " live host, nor one of the live host in the sandbox.")
                .extracting(FeedException::kind)
                .isEqualTo(Kind.UNAUTHORIZED);
        assertThat(broker.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 301, 302, 400, 404, 410})
    void other_answers_are_bad_ones_and_no_redirect_is_followed(int status) {
        assertThat(failure(aResponse().withStatus(status).withHeader("Location", "/v1/markets/clock")))
                .hasMessage("127.0.0.1/v1/markets/quotes was answered with status " + status + ".")
                .extracting(FeedException::kind)
                .isEqualTo(Kind.BAD_ANSWER);
        assertThat(broker.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html;charset=utf-8 | <html>We will be right back</html> | was answered with a web page.",
                "application/json | {\"quotes\": {\"quote\": [ | was answered with what is no JSON.",
                "application/json | {\"quotes\": null} {} | was answered with what is no JSON.",
                "application/json | '' | Tradier answered without quotes, which was asked for.",
                "application/json | null | Tradier answered without quotes, which was asked for.",
                "application/json | [] | Tradier answered without quotes, which was asked for.",
                "application/json | {\"fault\": \"none of your business\"} | Tradier answered without quotes, which was asked for."
            })
    void what_is_no_answer_is_told(String type, String body, String message) {
        assertThat(failure(aResponse().withHeader("Content-Type", type).withBody(body)))
                .hasMessageEndingWith(message)
                .extracting(FeedException::kind)
                .isEqualTo(Kind.BAD_ANSWER);
        assertThat(broker.requests()).hasSize(1);
    }

    @Test
    void json_without_end_within_itself_is_told() {
        assertThat(failure(json("{\"quotes\":" + "[".repeat(100_000))).kind()).isEqualTo(Kind.BAD_ANSWER);
    }

    @Test
    void an_answer_that_is_too_large_is_told() {
        broker.on(QUOTES, json("{\"quotes\": null}" + " ".repeat(100)));

        assertThat(failure(settings(Duration.ofSeconds(10), Duration.ofMillis(1), 4, 115), Duration.ofSeconds(20)))
                .hasMessage("127.0.0.1/v1/markets/quotes was answered with more than 115 bytes.")
                .extracting(FeedException::kind)
                .isEqualTo(Kind.BAD_ANSWER);
        try (var feed = broker.feed(settings(Duration.ofSeconds(10), Duration.ofMillis(1), 4, 116), clock)) {
            var until = clock.instant().plusSeconds(20);
            assertThat(feed.quotes(SESSION, Index.SPX, CONTRACTS, until).quotes())
                    .isEmpty();
        }
    }

    @Test
    void a_host_that_is_not_there_is_told() {
        var settings = new TradierSettings(
                URI.create("http://127.0.0.1:1"),
                Broker.TOKEN,
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofMillis(1),
                Duration.ofMillis(1),
                3,
                1000);
        assertThat(failure(settings, Duration.ofSeconds(20)))
                .hasMessageStartingWith("127.0.0.1/v1/markets/quotes was not answered: ")
                .extracting(FeedException::kind)
                .isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void who_is_interrupted_gets_no_answer_and_stays_interrupted() {
        broker.on(QUOTES, aResponse().withFixedDelay(60_000));
        try (var feed = broker.feed(clock)) {
            Thread.currentThread().interrupt();
            var until = clock.instant().plusSeconds(30);
            assertThatExceptionOfType(FeedException.class)
                    .isThrownBy(() -> feed.quotes(SESSION, Index.SPX, CONTRACTS, until))
                    .withMessage("Asking Tradier was given up.")
                    .extracting(FeedException::kind)
                    .isEqualTo(Kind.UNAVAILABLE);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    /** With the clock standing still the time that is left is the same for each pause. */
    @ParameterizedTest
    @CsvSource({"0, 10000, 5", "-1, 10000, 6", "0, 100, 8"})
    void pauses_double_up_to_the_longest_and_are_shortened_at_random_by_up_to_half(
            long random, long longest, int requests) {
        broker.on(QUOTES, aResponse().withStatus(500));
        var settings = new TradierSettings(
                broker.url(),
                Broker.TOKEN,
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofMillis(100),
                Duration.ofMillis(longest),
                8,
                1000);
        var now = clock.instant();
        try (var feed = new TradierFeed(settings, InstantSource.fixed(now), () -> random)) {
            assertThatExceptionOfType(FeedException.class)
                    .isThrownBy(() -> feed.quotes(SESSION, Index.SPX, CONTRACTS, now.plusMillis(1000)))
                    .extracting(FeedException::kind)
                    .isEqualTo(Kind.UNAVAILABLE);
        }
        assertThat(broker.requests()).hasSize(requests);
    }
}
