package com.gammareplay.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.calendar.TickSchedule;
import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.model.Session;
import com.gammareplay.parameters.TypedParameters;
import com.gammareplay.replay.review.EquityReview;
import com.gammareplay.statistics.Breakdown;
import com.gammareplay.statistics.Dimension;
import com.gammareplay.statistics.Drawdown;
import com.gammareplay.statistics.ResultNumber;
import com.gammareplay.testing.TestData;
import com.gammareplay.trading.Trade;
import com.gammareplay.trading.TradingRules;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The numbers of whole replays, found again in the plainest way from their trades and from all of their ticks. */
class GoldenStatisticsTest {

    private static final Map<Path, Walk> WALKS = new ConcurrentHashMap<>();

    private record Point(long instant, double value) {}

    /** All ticks of a replay: what the account was worth, and after how many of them something was open. */
    private record Walk(List<Point> equity, List<Session> sessions, long open) {}

    static Stream<Path> goldens() {
        return GoldenRuns.files().stream();
    }

    private static Walk walk(Path golden) {
        return WALKS.computeIfAbsent(golden, GoldenStatisticsTest::walked);
    }

    private static Walk walked(Path golden) {
        var request = GoldenRuns.result(golden).request();
        var parameters = TypedParameters.of(request.parameters());
        var equity = new ArrayList<Point>();
        var sessions = new ArrayList<Session>();
        var open = new long[1];
        var review = new EquityReview(
                TradingRules.of(parameters),
                request.startingBalance(),
                (instant, _, value, _) -> equity.add(new Point(instant, value)));
        var raw = GoldenRuns.request(TestData.json(golden).path("request"));
        GoldenRuns.run(raw, new ReplayListener() {
            @Override
            public void progress(Progress progress) {}

            @Override
            public void traded(Session session, RecordedSession market, List<Trade> trades) {
                sessions.add(session);
                review.traded(session, market, trades);
                var ticks = new TickSchedule(session, parameters.schedule().step());
                for (var tick = 0; tick < ticks.size(); tick++) {
                    var now = ticks.tick(tick);
                    open[0] += trades.stream().anyMatch(trade -> isOpen(trade, now)) ? 1 : 0;
                }
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        });
        return new Walk(equity, sessions, open[0]);
    }

    private static boolean isOpen(Trade trade, long now) {
        return trade.entry().instant() <= now && now < trade.exit().instant();
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void the_fall_at_mid_is_the_largest_between_any_two_ticks(Path golden) {
        var result = GoldenRuns.result(golden);
        var found = result.drawdowns().markToMarket();

        requireLargestFall(walk(golden).equity(), found, walk(golden).sessions());
        assertThat(result.summary().shown(ResultNumber.MARK_TO_MARKET_DRAWDOWN))
                .isEqualTo(BigDecimal.valueOf((long) found.amount(), 2));
        assertThat(result.summary().shown(ResultNumber.MARK_TO_MARKET_DRAWDOWN_PERCENT))
                .isEqualTo(found.amount() == 0 ? 0.0 : found.amount() * 100 / found.peak());
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void the_fall_of_the_balance_is_the_largest_between_any_two_closes(Path golden) {
        var result = GoldenRuns.result(golden);
        var sessions = walk(golden).sessions();
        var balance = result.ledger().startingBalance();
        var points = new ArrayList<Point>();
        if (!sessions.isEmpty()) {
            points.add(new Point(sessions.getFirst().open(), (double) balance));
        }
        for (var trade : result.ledger().trades()) {
            balance += trade.pnl();
            points.add(new Point(trade.exit().instant(), (double) balance));
        }
        var found = result.drawdowns().realised();

        requireLargestFall(points, found, sessions);
        assertThat(result.summary().shown(ResultNumber.MAX_DRAWDOWN))
                .isEqualTo(BigDecimal.valueOf((long) found.amount(), 2));
    }

    private static void requireLargestFall(List<Point> points, Drawdown found, List<Session> sessions) {
        var largest = 0.0;
        var peak = 0;
        var trough = 0;
        for (var i = 0; i < points.size(); i++) {
            for (var j = i + 1; j < points.size(); j++) {
                var fall = points.get(i).value() - points.get(j).value();
                // Of one fall the last tick at its peak counts.
                if (fall > largest || (fall == largest && j == trough)) {
                    largest = fall;
                    peak = i;
                    trough = j;
                }
            }
        }
        assertThat(found.amount()).isEqualTo(largest);
        if (largest > 0) {
            var high = points.get(peak);
            var back = points.subList(trough, points.size()).stream()
                    .filter(point -> point.value() >= high.value())
                    .findFirst();
            assertThat(found.peak()).isEqualTo(high.value());
            assertThat(found.from()).isEqualTo(high.instant());
            assertThat(found.trough()).isEqualTo(points.get(trough).instant());
            assertThat(found.recovered()).isEqualTo(back.map(Point::instant).orElse(null));
            var end = back.map(Point::instant).orElse(Long.MAX_VALUE);
            assertThat(found.sessions()).isEqualTo((int) sessions.stream()
                    .filter(session -> session.close() >= high.instant() && session.open() <= end)
                    .count());
        }
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void exposure_is_the_share_of_ticks_with_a_trade_between_entry_and_exit(Path golden) {
        var ticks = walk(golden).equity().size();
        assertThat(GoldenRuns.result(golden).summary().shown(ResultNumber.EXPOSURE))
                .isEqualTo(ticks == 0 ? null : (Double) ((double) walk(golden).open() / ticks));
    }

    @ParameterizedTest
    @EnumSource
    void each_trade_is_in_one_group_of_each_dimension(Dimension by) {
        for (var golden : GoldenRuns.files()) {
            var result = GoldenRuns.result(golden);
            var groups = Breakdown.of(result.ledger(), by).groups();
            assertThat(groups).extracting(Breakdown.Group::name).doesNotHaveDuplicates();
            assertThat(sum(groups, ResultNumber.TRADES))
                    .isEqualTo(String.valueOf(result.ledger().trades().size()));
            assertThat(sum(groups, ResultNumber.TOTAL_PNL))
                    .isEqualByComparingTo(String.valueOf(result.summary().shown(ResultNumber.TOTAL_PNL)));
        }
    }

    private static BigDecimal sum(List<Breakdown.Group> groups, ResultNumber number) {
        return groups.stream()
                .map(group -> new BigDecimal(String.valueOf(group.summary().shown(number))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
