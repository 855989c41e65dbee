package com.gammareplay.replay.review;

import static com.gammareplay.testing.TradedDay.CALL_SPREAD;
import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.calendar.NewYork;
import com.gammareplay.calendar.TickSchedule;
import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.sqlite.RecordingFolder;
import com.gammareplay.model.Index;
import com.gammareplay.parameters.ParameterValues;
import com.gammareplay.parameters.Preset;
import com.gammareplay.parameters.TypedParameters;
import com.gammareplay.replay.ExecutionHarness;
import com.gammareplay.replay.TimeManager;
import com.gammareplay.testing.DemoFolder;
import com.gammareplay.testing.TextMarket;
import com.gammareplay.testing.TradedDay;
import com.gammareplay.trading.Decision;
import com.gammareplay.trading.Trade;
import com.gammareplay.trading.TradingListener;
import com.gammareplay.trading.TradingRules;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EquityReviewTest {

    private static final long BALANCE = 2_500_000;
    private static final LocalDate DATE = LocalDate.of(2026, 1, 12);

    private record Closed(List<Trade> trades) implements TradingListener {
        @Override
        public void decided(Decision decision) {}

        @Override
        public void closed(Trade trade) {
            trades.add(trade);
        }
    }

    private static TradingRules rules(Map<String, Object> parameters) {
        return TradingRules.of(TypedParameters.of(ParameterValues.read(Preset.LIVE, parameters)));
    }

    /** Entered for 1.38 at 10:00, worth 0.89 at 10:10, closed by its trailing stop for 1.42 at 10:10:30. */
    private static EquityCurve day(double commission) {
        var texts = List.of(CALL_SPREAD, "10:04:50 SPX C6075 1.20 -", "10:09:50 SPX C6070 2.10 2.10");
        var trade = TradedDay.of(texts.toArray(String[]::new))
                .with("commissionPerContract", commission)
                .trade()
                .onlyTrade();
        var curve = new EquityCurve(10_000);
        new EquityReview(rules(Map.of("commissionPerContract", commission)), BALANCE, curve)
                .traded(
                        new ExchangeCalendar().session(DATE).orElseThrow(),
                        TextMarket.of(DATE, List.of(Index.SPX), texts),
                        List.of(trade));
        return curve;
    }

    private static EquityPoint at(EquityCurve curve, String time) {
        var instant = NewYork.epochSecond(DATE, LocalTime.parse(time));
        return curve.points().stream()
                .filter(point -> point.instant() == instant)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void open_positions_count_at_mid_and_closed_ones_as_they_were_filled() {
        var curve = day(0);

        assertThat(curve.ticks()).isEqualTo(781);
        assertThat(at(curve, "09:59:30").equity()).isEqualTo(BALANCE);
        assertThat(at(curve, "10:00").equity()).isEqualTo(BALANCE - 200);
        assertThat(at(curve, "10:10").equity()).isEqualTo(BALANCE + 4900);
        assertThat(at(curve, "10:10").balance()).isEqualTo(BALANCE);
        assertThat(at(curve, "10:10:30").equity()).isEqualTo(BALANCE - 400);
        assertThat(at(curve, "16:00").balance()).isEqualTo(BALANCE - 400);
    }

    @Test
    void without_quotes_the_last_mid_counts() {
        assertThat(at(day(0), "10:05").equity()).isEqualTo(BALANCE - 200);
    }

    @Test
    void fees_count_when_they_are_charged() {
        assertThat(at(day(0.65), "10:00").equity()).isEqualTo(BALANCE - 200 - 130);
        assertThat(at(day(0.65), "10:10:30").equity()).isEqualTo(BALANCE - 400 - 260);
    }

    /** At each tick, on sessions with several positions of both indices at once. */
    @Test
    void it_is_what_the_replay_itself_had() {
        var folder = DemoFolder.path();
        var catalog = new RecordingFolder(folder, folder.resolve("none"), folder, folder, 1000, null);
        var indices = List.of(Index.SPX, Index.NDX);
        var rules = rules(Map.of("maxOpenPositions", 6, "contracts", 2, "commissionPerContract", 0.65));
        var closed = new Closed(new ArrayList<>());
        var harness = new ExecutionHarness(indices, BALANCE, rules, closed, () -> false);
        var had = new ArrayList<EquityPoint>();
        var curve = new EquityCurve(10_000);
        var review = new EquityReview(rules, BALANCE, curve);
        try (var recording = catalog.open("demo", new DataNeeds(ZoneOffset.UTC, false), () -> false)) {
            for (var session :
                    new ExchangeCalendar().sessions(LocalDate.of(2025, 11, 24), LocalDate.of(2025, 11, 26))) {
                closed.trades().clear();
                var market = recording.open(session, indices);
                harness.trade(session, market.fork(), noting(had, harness, new TickSchedule(session, 30)), _ -> {});
                review.traded(session, market, closed.trades());
            }
        }

        assertThat(curve.points()).isEqualTo(had);
        assertThat(had.stream().map(EquityPoint::balance).distinct()).hasSizeGreaterThan(3);
    }

    /** Notes down the account after each tick. */
    private static TimeManager noting(List<EquityPoint> had, ExecutionHarness harness, TickSchedule ticks) {
        var time = TimeManager.over(ticks);
        return new TimeManager() {
            private long now;

            @Override
            public boolean hasNext() {
                if (now > 0) {
                    var account = harness.account();
                    had.add(new EquityPoint(now, account.balance(), account.equity()));
                }
                return time.hasNext();
            }

            @Override
            public long advance() {
                now = time.advance();
                return now;
            }
        };
    }
}
