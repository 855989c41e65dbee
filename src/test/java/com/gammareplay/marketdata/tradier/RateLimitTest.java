package com.gammareplay.marketdata.tradier;

import static com.gammareplay.marketdata.tradier.Broker.QUOTES;
import static com.gammareplay.marketdata.tradier.Broker.SESSION;
import static com.gammareplay.marketdata.tradier.Broker.headers;
import static com.gammareplay.marketdata.tradier.Broker.json;
import static com.gammareplay.marketdata.tradier.Broker.option;
import static com.gammareplay.marketdata.tradier.Broker.quotes;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gammareplay.marketdata.FeedException;
import com.gammareplay.marketdata.FeedException.Kind;
import com.gammareplay.marketdata.QuotePass;
import com.gammareplay.model.Index;
import com.gammareplay.model.OptionContract;
import com.gammareplay.model.Right;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The broker is not asked before it wants to be, and never after the tick. */
class RateLimitTest {

    private static final Instant NOW = Instant.parse("2024-01-19T15:00:00Z");
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

    private QuotePass ask(TradierFeed feed, long seconds) {
        return feed.quotes(SESSION, Index.SPX, CONTRACTS, clock.instant().plusSeconds(seconds));
    }

    private static Duration waitAfter(int status, String... headers) {
        var limit = new RateLimit();
        limit.note(status, headers(headers), NOW);
        return limit.wait(NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "429, 7, PT7S",
        "503, 7, PT7S",
        "200, 7, PT0S",
        "500, 7, PT0S",
        "429, 0, PT0S",
        "429, -7, PT0S",
        "429, soon, PT0S",
        "429, 'Fri, 19 Jan 2024 15:00:09 GMT', PT9S",
        "429, 'Fri, 19 Jan 2024 14:00:09 GMT', PT0S",
        "429, 99999999999, PT10M"
    })
    void retry_after_counts_in_seconds_or_as_a_date(int status, String value, Duration wait) {
        assertThat(waitAfter(status, "Retry-After", value)).isEqualTo(wait);
    }

    @ParameterizedTest
    @CsvSource({
        "429, 5, 1705676405000, PT5S",
        "200, 0, 1705676405000, PT5S",
        "200, 1, 1705676405000, PT0S",
        "200, none, 1705676405000, PT0S",
        "200, 0, 1705676395000, PT0S",
        "200, 0, soon, PT0S",
        "200, 0, 1805676405000, PT10M"
    })
    void without_allowance_its_expiry_counts(int status, String available, String expiry, Duration wait) {
        assertThat(waitAfter(status, "X-Ratelimit-Available", available, "X-Ratelimit-Expiry", expiry))
                .isEqualTo(wait);
    }

    @Test
    void times_count_by_the_clock_of_the_broker() {
        var date = "Fri, 19 Jan 2024 14:59:55 GMT";
        assertThat(waitAfter(429, "X-Ratelimit-Expiry", "1705676405000", "Date", date))
                .isEqualTo(Duration.ofSeconds(10));
        assertThat(waitAfter(429, "Retry-After", "Fri, 19 Jan 2024 15:00:09 GMT", "Date", date))
                .isEqualTo(Duration.ofSeconds(14));
    }

    @Test
    void goes_by_and_does_not_outlast_a_clock_that_is_set_back() {
        var limit = new RateLimit();
        assertThat(limit.wait(NOW)).isZero();
        limit.note(429, headers("Retry-After", "30"), NOW);
        assertThat(limit.wait(NOW.plusSeconds(10))).isEqualTo(Duration.ofSeconds(20));
        assertThat(limit.wait(NOW.plusSeconds(30))).isZero();
        assertThat(limit.wait(NOW.minusSeconds(2))).isEqualTo(Duration.ofSeconds(32));
        assertThat(limit.wait(NOW.minusSeconds(3600))).isZero();
    }

    @Test
    void is_waited_for_if_there_is_time() {
        broker.on(QUOTES, aResponse().withStatus(429).withHeader("Retry-After", "1"), good());
        try (var feed = broker.feed(clock)) {
            var begun = clock.instant();
            assertThat(ask(feed, 20).quotes()).hasSize(1);
            assertThat(Duration.between(begun, clock.instant())).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
            assertThat(broker.requests()).hasSize(2);
        }
    }

    @Test
    void is_told_if_there_is_no_time() {
        broker.on(QUOTES, aResponse().withStatus(429).withHeader("Retry-After", "60"));
        try (var feed = broker.feed(clock)) {
            assertThatExceptionOfType(FeedException.class)
                    .isThrownBy(() -> ask(feed, 20))
                    .withMessage("127.0.0.1/v1/markets/quotes was answered with status 429.")
                    .extracting(FeedException::kind)
                    .isEqualTo(Kind.RATE_LIMITED);
            assertThat(broker.requests()).hasSize(1);
        }
    }

    @Test
    void without_a_time_is_asked_about_again() {
        broker.on(QUOTES, aResponse().withStatus(429), good());
        try (var feed = broker.feed(clock)) {
            assertThat(ask(feed, 20).quotes()).hasSize(1);
        }
    }

    @Test
    void keeps_the_next_request_back() {
        var expiry = Long.toString(clock.instant().plusSeconds(60).toEpochMilli());
        broker.on(QUOTES, good().withHeader("X-Ratelimit-Available", "0").withHeader("X-Ratelimit-Expiry", expiry));
        try (var feed = broker.feed(clock)) {
            assertThat(ask(feed, 20).quotes()).hasSize(1);
            assertThatExceptionOfType(FeedException.class)
                    .isThrownBy(() -> ask(feed, 21))
                    .withMessageMatching("127.0.0.1 wants no request for [56]\\d\\.\\d s, for too many were made\\.")
                    .extracting(FeedException::kind)
                    .isEqualTo(Kind.RATE_LIMITED);
            assertThat(broker.requests()).hasSize(1);
        }
    }
}
