package com.gammareplay.trading;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.calendar.NewYork;
import com.gammareplay.model.Index;
import com.gammareplay.testing.TradedDay;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Within a session: what was recorded after an instant changes nothing up to it. */
class NoLookAheadTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 12);
    private static final List<LocalTime> ENDS = Stream.of("10:00", "10:31:07", "11:03", "15:58:30")
            .map(LocalTime::parse)
            .toList();

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 5);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void blanking_the_future_changes_no_decision_and_no_trade_of_the_past(int seed) {
        var text = RandomMarket.of(seed, Index.SPX) + RandomMarket.of(seed + 100, Index.NDX);
        var full = day(text).trade();
        for (var end : ENDS) {
            var cut = day(text).recordedUntil(end).trade();

            assertThat(decisions(cut, end)).isEqualTo(decisions(full, end));
            assertThat(trades(cut, end)).isEqualTo(trades(full, end));
        }
    }

    private static TradedDay day(String text) {
        return TradedDay.of(text)
                .of(Index.SPX, Index.NDX)
                .with("entryTimes", List.of("09:36", "10:00", "10:30", "11:00", "12:00", "12:30"))
                .with("entryFrom", "09:36")
                .with("entryUntil", "13:01")
                .with("gexSource", "RECORDED")
                .with("minCredit", 0.5)
                .with("maxOpenPositions", 9)
                .with("dailyLossLimit", -100_000);
    }

    private static List<Decision> decisions(TradedDay day, LocalTime end) {
        var until = NewYork.epochSecond(DAY, end);
        return day.state().decisions().stream()
                .filter(decision -> decision.instant() <= until)
                .toList();
    }

    private static List<Trade> trades(TradedDay day, LocalTime end) {
        var until = NewYork.epochSecond(DAY, end);
        return day.state().tradesInOrderOfExit().stream()
                .filter(trade -> trade.exit().instant() <= until)
                .toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_same_market_gives_the_same_decisions_and_trades(int seed) {
        var text = RandomMarket.of(seed, Index.SPX);

        assertThat(day(text).trade().state().decisions())
                .isEqualTo(day(text).trade().state().decisions());
        assertThat(day(text).trade().state().tradesInOrderOfExit())
                .isEqualTo(day(text).trade().state().tradesInOrderOfExit());
    }

    @Test
    void the_random_markets_do_trade() {
        var reasons = new ArrayList<String>();
        seeds().forEach(seed ->
                reasons.addAll(day(RandomMarket.of(seed, Index.SPX)).trade().trades()));

        assertThat(reasons).hasSizeGreaterThan(5);
    }
}
