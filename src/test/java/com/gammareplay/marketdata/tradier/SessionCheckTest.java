package com.gammareplay.marketdata.tradier;

import static com.gammareplay.marketdata.tradier.Broker.CALENDAR;
import static com.gammareplay.marketdata.tradier.Broker.CLOCK;
import static com.gammareplay.marketdata.tradier.Broker.EXPIRATIONS;
import static com.gammareplay.marketdata.tradier.Broker.SESSION;
import static com.gammareplay.marketdata.tradier.Broker.headers;
import static com.gammareplay.marketdata.tradier.Broker.json;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gammareplay.marketdata.FeedException;
import com.gammareplay.marketdata.FeedException.Kind;
import com.gammareplay.model.Index;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked before a session, and what its clocks tell. */
class SessionCheckTest {

    private static final Instant NOW = Instant.parse("2024-01-19T15:00:00Z");
    private static final String DATE = "Fri, 19 Jan 2024 15:00:00 GMT";
    private static final List<Index> BOTH = List.of(Index.SPX, Index.NDX);

    private final Broker broker = new Broker();

    @BeforeEach
    void agree() {
        clock("open");
        day("\"status\": \"open\", \"open\": {\"start\": \"09:30\", \"end\": \"16:00\"}");
        expirations("[\"2024-01-18\", \"2024-01-19\"]");
    }

    @AfterEach
    void close() {
        broker.close();
    }

    private void clock(String state) {
        broker.on(CLOCK, json("{\"clock\": {\"state\": \"" + state + "\"}}").withHeader("Date", DATE));
    }

    private void day(String day) {
        broker.on(
                CALENDAR,
                json("{\"calendar\": {\"days\": {\"day\": {\"date\": \"2024-01-19\", " + day + "}}}}")
                        .withHeader("Date", DATE));
    }

    private void expirations(String dates) {
        broker.on(
                EXPIRATIONS,
                json("{\"expirations\": {\"date\": " + dates + "}}").withHeader("Date", DATE));
    }

    private List<String> check(Instant now) {
        try (var feed = broker.feed(InstantSource.fixed(now))) {
            return feed.check(SESSION, BOTH);
        }
    }

    private void refuses(Kind kind, String message) {
        assertThatExceptionOfType(FeedException.class)
                .isThrownBy(() -> check(NOW))
                .withMessage(message)
                .extracting(FeedException::kind)
                .isEqualTo(kind);
    }

    @Test
    void is_four_requests_for_two_indices() {
        assertThat(check(NOW)).isEmpty();
        assertThat(broker.paths())
                .containsExactly(
                        CLOCK,
                        CALENDAR + "?month=1&year=2024",
                        EXPIRATIONS + "?symbol=SPX&includeAllRoots=true",
                        EXPIRATIONS + "?symbol=NDX&includeAllRoots=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"2024-01-18\", \"2024-01-22\"]", "\"2024-01-18\"", "null", "[20240119]"})
    void wants_options_that_expire_with_the_session(String dates) {
        expirations(dates);
        refuses(Kind.CLOSED, "Tradier has no options of SPX that expire on 2024-01-19.");
    }

    @Test
    void takes_a_single_expiration() {
        expirations("\"2024-01-19\"");
        assertThat(check(NOW)).isEmpty();
    }

    @Test
    void wants_a_day_on_which_the_market_is_open() {
        day("\"status\": \"closed\"");
        refuses(Kind.CLOSED, "Tradier's calendar does not say that the market is open on 2024-01-19.");
        broker.on(CALENDAR, "{\"calendar\": {\"days\": {\"day\": null}}}");
        refuses(Kind.CLOSED, "Tradier's calendar does not say that the market is open on 2024-01-19.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"start\": \"09:30\", \"end\": \"13:00\"", "\"start\": \"09:30\"", "\"start\": \"9h30\""})
    void tells_of_other_hours(String hours) {
        day("\"status\": \"open\", \"open\": {" + hours + "}");
        assertThat(check(NOW))
                .containsExactly("Tradier's calendar has other hours for 2024-01-19 than 09:30 to 16:00.");
    }

    @ParameterizedTest
    @CsvSource({"14:31:00", "20:58:59"})
    void wants_a_market_that_is_open_within_the_hours(String time) {
        clock("closed");
        assertThatExceptionOfType(FeedException.class)
                .isThrownBy(() -> check(Instant.parse("2024-01-19T" + time + "Z")))
                .withMessage("Tradier says that the market is not open now, within the hours of the session.")
                .extracting(FeedException::kind)
                .isEqualTo(Kind.CLOSED);
    }

    @ParameterizedTest
    @CsvSource({"2024-01-19T14:30:59Z", "2024-01-19T20:59:00Z", "2024-01-18T15:00:00Z"})
    void does_not_want_one_outside_of_them(Instant now) {
        clock("premarket");
        assertThat(check(now)).noneMatch(odd -> odd.contains("open"));
    }

    @Test
    void tells_of_a_token_that_is_refused_and_of_trouble() {
        broker.on(CLOCK, aResponse().withStatus(401));
        assertThatExceptionOfType(FeedException.class)
                .isThrownBy(() -> check(NOW))
                .extracting(FeedException::kind)
                .isEqualTo(Kind.UNAUTHORIZED);
        broker.on(CLOCK, "{}");
        refuses(Kind.BAD_ANSWER, "Tradier answered without clock, which was asked for.");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-19T14:59:55.500Z, 5.0 s behind",
        "2024-01-19T15:00:03.000Z, 2.5 s ahead of",
    })
    void tells_of_clocks_that_differ_by_more_than_two_seconds(Instant now, String difference) {
        assertThat(check(now)).containsExactly("This machine's clock is " + difference + " Tradier's; set it right.");
    }

    @ParameterizedTest
    @CsvSource({"2024-01-19T14:59:58.500Z", "2024-01-19T15:00:02.500Z"})
    void says_nothing_of_clocks_that_nearly_agree(Instant now) {
        assertThat(check(now)).isEmpty();
    }

    @Test
    void the_difference_is_that_to_the_middle_of_the_request() {
        var skew = new ClockSkew();
        skew.note(headers("Date", DATE), NOW.minusSeconds(4), NOW);
        assertThat(skew.skew()).contains(Duration.ofMillis(2500));
        skew.note(headers("Date", "noon"), NOW, NOW);
        skew.note(headers(), NOW, NOW);
        assertThat(skew.skew()).contains(Duration.ofMillis(2500));
    }

    @Test
    void tells_that_the_sandbox_is_late() {
        var clock = InstantSource.fixed(NOW);
        var sandbox = TradierSettings.of(TradierSettings.SANDBOX, Broker.TOKEN);
        try (var client = new TradierClient(broker.settings(), clock, new Random(1), new FeedCounts())) {
            assertThat(new SessionCheck(client, sandbox, clock).run(SESSION, BOTH))
                    .containsExactly("The sandbox of Tradier shows the market 15 minutes late.");
        }
    }
}
