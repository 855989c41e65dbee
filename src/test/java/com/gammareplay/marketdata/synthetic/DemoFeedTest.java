package com.gammareplay.marketdata.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.calendar.NewYork;
import com.gammareplay.marketdata.FeedException;
import com.gammareplay.marketdata.MarketSnapshot;
import com.gammareplay.model.Index;
import com.gammareplay.model.OptionContract;
import com.gammareplay.model.Right;
import com.gammareplay.model.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DemoFeedTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 11, 24);
    private static final LocalDate SECOND = LocalDate.of(2025, 11, 25);

    private Instant now = at(FIRST, "10:00");

    private static Instant at(LocalDate date, String time) {
        return Instant.ofEpochSecond(NewYork.epochSecond(date, LocalTime.parse(time)));
    }

    private static Session session(LocalDate date) {
        return new ExchangeCalendar().session(date).orElseThrow();
    }

    private DemoFeed feed(LocalDate date) {
        return new DemoFeed(date, () -> now);
    }

    private MarketSnapshot chain(DemoFeed feed, Index index) {
        return feed.snapshot(session(FIRST), index, Instant.MAX);
    }

    private static List<OptionContract> contracts(MarketSnapshot snapshot) {
        return snapshot.chain().stream()
                .map(contract -> new OptionContract(
                        contract.quote().strike(), contract.quote().right()))
                .toList();
    }

    /** The demo's recording and its live market are one: the recorder of the recording saw these prices. */
    @ParameterizedTest
    @EnumSource(Index.class)
    void it_shows_the_prices_that_the_demo_recorded(Index index) {
        var recorded = new ArrayList<MarketSnapshot>();
        var market = new SyntheticMarket(DemoMarket.SEED);
        var days = new DemoMarket().days();
        var sink = new Snapshots(recorded);
        market.record(days.get(0), sink);
        market.record(days.get(1), sink);
        var feeds = List.of(feed(FIRST), feed(SECOND));

        assertThat(recorded).extracting(MarketSnapshot::expiration).contains(FIRST, SECOND);
        for (var snapshot : recorded) {
            if (snapshot.index() == index) {
                now = Instant.ofEpochSecond(snapshot.instant());
                var live = chain(feeds.get(snapshot.expiration().equals(FIRST) ? 0 : 1), index);
                assertThat(live.instant()).isEqualTo(snapshot.instant());
                assertThat(live.price()).isEqualTo(snapshot.price());
                assertThat(live.vix()).isEqualTo(snapshot.vix());
                assertThat(live.fundPrice()).isEqualTo(snapshot.fundPrice());
            }
        }
    }

    @Test
    void the_same_question_at_the_same_second_has_the_same_answer_whatever_was_asked_before() {
        var one = feed(FIRST);
        var chain = chain(one, Index.SPX);
        var wanted = contracts(chain);
        var quotes = one.quotes(session(FIRST), Index.SPX, wanted, Instant.MAX);

        now = at(FIRST, "09:45");
        var other = feed(FIRST);
        assertThat(other.quotes(session(FIRST), Index.SPX, wanted, Instant.MAX).quotes())
                .isNotEqualTo(quotes.quotes());
        now = at(FIRST, "10:00");
        assertThat(other.quotes(session(FIRST), Index.SPX, wanted, Instant.MAX)).isEqualTo(quotes);
        assertThat(chain(other, Index.SPX)).isEqualTo(chain);
    }

    @ParameterizedTest
    @EnumSource(Index.class)
    void what_is_listed_stays_all_day_and_is_more_than_a_session_records(Index index) {
        var feed = feed(FIRST);
        now = at(FIRST, "09:29:45");
        var first = chain(feed, index);
        now = at(FIRST, "15:00");
        var reach = index == Index.SPX ? 300 : 1_200;

        assertThat(contracts(chain(feed, index))).isEqualTo(contracts(first));
        assertThat(contracts(first))
                .anyMatch(contract -> contract.strike() < first.price() - reach)
                .anyMatch(contract -> contract.strike() > first.price() + reach);
        assertThat(first.gex().peaks()).isNotEmpty();
    }

    @Test
    void quotes_come_for_the_contracts_asked_for_in_their_order() {
        var wanted = new ArrayList<>(contracts(chain(feed(FIRST), Index.NDX)));
        Collections.reverse(wanted);

        var quotes = feed(FIRST)
                .quotes(session(FIRST), Index.NDX, wanted, Instant.MAX)
                .quotes();

        assertThat(quotes)
                .extracting(quote -> new OptionContract(quote.strike(), quote.right()))
                .isEqualTo(wanted);
        assertThat(quotes).anyMatch(quote -> quote.bid() != null && quote.bid() > 0);
    }

    @Test
    void before_the_open_it_stands_as_it_opens_and_after_the_close_as_it_closed() {
        now = at(FIRST, "09:30");
        var opening = chain(feed(FIRST), Index.SPX);
        now = at(FIRST, "09:29:45");
        assertThat(chain(feed(FIRST), Index.SPX)).isEqualTo(opening);
        now = at(FIRST, "16:00");
        var closing = chain(feed(FIRST), Index.SPX);
        now = at(FIRST, "16:00:07");
        assertThat(chain(feed(FIRST), Index.SPX)).isEqualTo(closing).isNotEqualTo(opening);
    }

    @Test
    void an_outage_of_the_plan_is_one_of_the_feed() {
        var feed = feed(FIRST);
        var call = List.of(new OptionContract(6_700, Right.CALL));
        for (var time : List.of("12:17", "12:24")) {
            now = at(FIRST, time);
            assertThatThrownBy(() -> chain(feed, Index.SPX)).satisfies(DemoFeedTest::isUnavailable);
            assertThatThrownBy(() -> feed.quotes(session(FIRST), Index.SPX, call, Instant.MAX))
                    .satisfies(DemoFeedTest::isUnavailable);
        }
        for (var time : List.of("12:16:59", "12:24:01")) {
            now = at(FIRST, time);
            assertThat(chain(feed, Index.SPX).chain()).isNotEmpty();
        }
    }

    @Test
    void around_a_missed_check_there_are_quotes_and_no_chain() {
        var feed = feed(SECOND);
        var call = List.of(new OptionContract(6_700, Right.CALL));
        for (var time : List.of("10:28", "10:30", "10:32")) {
            now = at(SECOND, time);
            assertThatThrownBy(() -> chain(feed, Index.SPX)).satisfies(DemoFeedTest::isUnavailable);
            assertThat(feed.quotes(session(SECOND), Index.SPX, call, Instant.MAX)
                            .quotes())
                    .hasSize(1);
        }
        now = at(SECOND, "10:32:01");
        assertThat(chain(feed, Index.SPX).chain()).isNotEmpty();
    }

    private static void isUnavailable(Throwable thrown) {
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        FeedException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(FeedException.Kind.UNAVAILABLE));
    }

    @Test
    void it_has_the_days_of_the_demo_alone_and_knows_no_other_session() {
        assertThat(DemoFeed.dates()).hasSize(5).startsWith(FIRST, SECOND);
        assertThatThrownBy(() -> feed(FIRST.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the demo has no 2025-11-23");
        assertThat(feed(SECOND).check(session(SECOND), List.of(Index.SPX)))
                .singleElement()
                .asString()
                .contains("made up");
        assertThatThrownBy(() -> feed(SECOND).check(session(FIRST), List.of(Index.SPX)))
                .isInstanceOfSatisfying(
                        FeedException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(FeedException.Kind.CLOSED));
    }
}
