package com.gammareplay.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.gammareplay.bot.ExitReason;
import com.gammareplay.bot.StopBasis;
import com.gammareplay.bot.StrategyParameters;
import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.model.Cents;
import com.gammareplay.model.Session;
import com.gammareplay.parameters.TypedParameters;
import com.gammareplay.replay.review.EquityCurve;
import com.gammareplay.replay.review.EquityReview;
import com.gammareplay.replay.review.PathReview;
import com.gammareplay.replay.review.SketchReview;
import com.gammareplay.replay.review.TradePath;
import com.gammareplay.requests.RawRequest;
import com.gammareplay.statistics.PnlBand;
import com.gammareplay.statistics.ResultNumber;
import com.gammareplay.testing.DeafListener;
import com.gammareplay.testing.TestData;
import com.gammareplay.trading.PathPoint;
import com.gammareplay.trading.PathPoint.Quotes;
import com.gammareplay.trading.Trade;
import com.gammareplay.trading.TradingRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is found out about trades by living through them again agrees with what the replay said of them. */
class GoldenReviewTest {

    private static final double BITS = 1e-6;
    private static final Map<Path, Found> FOUND = new ConcurrentHashMap<>();
    private static final Map<String, Object> OTHER_EXITS =
            Map.of("stopLoss", -0.05, "trailingArm", 0.1, "trailingDistance", 0.03, "profitTargetHigh", 0.2);

    static Stream<Path> goldens() {
        return GoldenRuns.files().stream();
    }

    private static RawRequest request(Path golden) {
        return GoldenRuns.request(TestData.json(golden).path("request"));
    }

    private static StrategyParameters parameters(Path golden) {
        return TypedParameters.of(GoldenRuns.result(golden).request().parameters());
    }

    /** What is found in one replay: the ways of all trades by their own rules and by others, and the account. */
    private record Found(List<TradePath> paths, List<TradePath> otherwise, EquityCurve curve, SketchReview sketched) {}

    private static Found found(Path golden) {
        return FOUND.computeIfAbsent(golden, GoldenReviewTest::find);
    }

    private static Found find(Path golden) {
        var request = GoldenRuns.result(golden).request();
        var rules = TradingRules.of(parameters(golden));
        var other = TradingRules.of(TypedParameters.of(request.parameters().with(OTHER_EXITS)));
        var found = new Found(
                new ArrayList<>(),
                new ArrayList<>(),
                new EquityCurve(500),
                new SketchReview(rules, request.startingBalance()));
        var equity = new EquityReview(rules, request.startingBalance(), found.curve());
        GoldenRuns.run(request(golden), new ReplayListener() {
            @Override
            public void progress(Progress progress) {}

            @Override
            public void traded(Session session, RecordedSession market, List<Trade> trades) {
                for (var trade : trades) {
                    var review = new PathReview(trade.number(), List.of(rules, other));
                    review.traded(session, market, trades);
                    found.paths().add(review.paths().getFirst());
                    found.otherwise().add(review.paths().getLast());
                }
                equity.traded(session, market, trades);
                found.sketched().traded(session, market, trades);
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        });
        return found;
    }

    private static List<Quotes> quoted(List<PathPoint> points) {
        return points.stream()
                .flatMap(point -> Stream.ofNullable(point.quotes()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void sketches_are_short_and_keep_the_ends_and_the_extremes(Path golden) {
        var found = found(golden);
        var sketches = found.sketched().sketches();

        assertThat(sketches.account()).hasSizeBetween(2, 1000);
        assertThat(sketches.paths()).hasSameSizeAs(found.paths());
        for (var path : found.paths()) {
            var sketch =
                    Objects.requireNonNull(sketches.paths().get(path.trade().number()));
            var quoted = path.points().stream()
                    .filter(point -> point.quotes() != null)
                    .toList();
            assertThat(sketch).hasSizeBetween(Math.min(quoted.size(), 15), 60);
            assertThat(quoted).containsAll(sketch).startsWith(sketch.getFirst()).endsWith(sketch.getLast());
            assertThat(mids(sketch)).isEqualTo(mids(quoted));
        }
    }

    /** The lowest and the highest. */
    private static List<Double> mids(List<PathPoint> points) {
        var mids = quoted(points).stream().mapToDouble(Quotes::mid).summaryStatistics();
        return List.of(mids.getMin(), mids.getMax());
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void each_trade_ends_again_as_it_did_and_its_way_has_its_excursions(Path golden) {
        var trades = GoldenRuns.result(golden).ledger().trades();
        var paths = found(golden).paths();

        assertThat(paths).extracting(TradePath::trade).isEqualTo(trades);
        for (var path : paths) {
            var trade = path.trade();
            var settled = trade.exit().reason() == ExitReason.SETTLEMENT;
            var points = path.points();
            assertThat(points.getFirst().instant()).isEqualTo(trade.entry().instant());
            assertThat(points.getLast().instant()).isEqualTo(trade.exit().instant());
            var looked = points.subList(1, points.size() - (settled ? 1 : 0));
            var profits = quoted(looked).stream()
                    .mapToDouble(quotes -> trade.entry().credit() - quotes.mid())
                    .summaryStatistics();
            assertThat(Math.min(0, profits.getMin())).isEqualTo(trade.path().lowest());
            assertThat(Math.max(0, profits.getMax())).isEqualTo(trade.path().highest());
            assertThat(quoted(looked).stream().mapToDouble(Quotes::p).reduce(0, Math::max))
                    .isEqualTo(trade.path().bestP());
            assertThat(looked.size() - quoted(looked).size())
                    .isEqualTo(trade.path().staleTicks());
        }
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void the_last_prices_give_the_exit_value_and_only_they_reach_a_level(Path golden) {
        var parameters = parameters(golden);
        var basis = parameters.exits().stopBasis();
        for (var path : found(golden).paths()) {
            var exit = path.trade().exit();
            var last = path.points().getLast();
            if (exit.reason() != ExitReason.SETTLEMENT) {
                assertThat(exit.value()).isEqualTo(exitValue(last, path.trade(), parameters.fills()));
            }
            switch (exit.reason()) {
                case PROFIT_TARGET -> assertThat(isTarget(last)).isTrue();
                case TRAILING_STOP -> assertThat(isTrailingStop(last)).isTrue();
                case STOP_LOSS, EMERGENCY_STOP ->
                    assertThat(isStop(last, basis)).isTrue();
                case SETTLEMENT, HARD_CLOSE, AUTO_CLOSE -> {}
            }
            // The entry's own tick is not looked at, and at the close no rule but settlement is asked.
            assertThat(path.points().subList(1, path.points().size() - 1))
                    .noneMatch(GoldenReviewTest::isTarget)
                    .noneMatch(GoldenReviewTest::isTrailingStop)
                    .noneMatch(point -> point.levels().stopLoss() != null
                            && price(point, basis) >= point.levels().stopLoss() + BITS);
        }
    }

    private static long exitValue(PathPoint point, Trade trade, StrategyParameters.Fills fills) {
        var quotes = Objects.requireNonNull(point.quotes());
        var fraction = switch (fills.model()) {
            case MID -> 0;
            case FRACTION -> fills.fraction();
            case NATURAL -> 1;
        };
        var filled = Math.rint(quotes.mid() + fraction * (quotes.worst() - quotes.mid()));
        return (long) Math.max(0, filled)
                + (long) fills.slippage() * trade.legs().size();
    }

    private static double price(PathPoint point, StopBasis basis) {
        var quotes = point.quotes();
        return quotes == null ? Double.NaN : basis == StopBasis.MID ? quotes.mid() : quotes.worst();
    }

    private static boolean isTarget(PathPoint point) {
        var target = point.levels().target();
        return target != null && price(point, StopBasis.MID) <= target + BITS;
    }

    private static boolean isTrailingStop(PathPoint point) {
        var level = point.levels().trailingStop();
        return level != null && price(point, StopBasis.MID) >= level - BITS;
    }

    private static boolean isStop(PathPoint point, StopBasis basis) {
        var stopLoss = point.levels().stopLoss();
        var price = price(point, basis);
        return price >= point.levels().emergencyStop() - BITS || (stopLoss != null && price >= stopLoss - BITS);
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void what_if_is_what_a_backtest_with_those_exits_does_with_the_same_entry(Path golden) {
        var raw = request(golden);
        var changes = new HashMap<String, Object>(raw.parameters() == null ? Map.of() : raw.parameters());
        changes.putAll(OTHER_EXITS);
        var real = GoldenRuns.run(
                new RawRequest(
                        raw.dataset(),
                        raw.databaseZone(),
                        raw.indices(),
                        raw.from(),
                        raw.to(),
                        raw.preset(),
                        changes,
                        raw.startingBalance(),
                        raw.requireCoverage()),
                new DeafListener());
        var byEntry = new HashMap<Trade.Entry, Trade>();
        real.ledger().trades().forEach(trade -> byEntry.put(trade.entry(), trade));

        var compared = 0;
        var changed = 0;
        for (var path : found(golden).otherwise()) {
            var whatIf = path.trade();
            var traded = byEntry.get(whatIf.entry());
            if (traded != null && traded.contracts() == whatIf.contracts()) {
                assertThat(whatIf)
                        .usingRecursiveComparison()
                        .ignoringFields("number")
                        .isEqualTo(traded);
                compared++;
                changed += GoldenRuns.result(golden).ledger().trades().contains(traded) ? 0 : 1;
            }
        }
        var trades = GoldenRuns.result(golden).ledger().trades().size();
        assertThat(compared).isGreaterThanOrEqualTo(Math.min(trades, 1));
        assertThat(changed).isGreaterThanOrEqualTo(trades > 2 ? 1 : 0);
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void the_account_ends_with_the_balance_of_the_result(Path golden) {
        var result = GoldenRuns.result(golden);
        var curve = found(golden).curve();

        assertThat(curve.points()).isNotEmpty();
        assertThat(curve.points().getFirst().balance())
                .isEqualTo(result.request().startingBalance());
        assertThat(curve.points().getLast().balance()).isEqualTo(result.ledger().endingBalance());
        assertThat(curve.points().getLast().equity())
                .isEqualTo((double) result.ledger().endingBalance());
        assertThat(curve.ticks())
                .isEqualTo(result.sessions().stream()
                        .filter(session -> session.status() == SessionResult.Status.TRADED)
                        .mapToLong(SessionResult::ticks)
                        .sum());
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void the_band_has_the_result_at_its_own_fills(Path golden) {
        var result = GoldenRuns.result(golden);
        var band = PnlBand.of(result.ledger().trades(), parameters(golden).fills());

        var own = band.fills().stream().filter(PnlBand.Fill::own).toList();
        assertThat(own).hasSize(1);
        assertThat(Cents.toDecimal(own.getFirst().totalPnl()))
                .isEqualTo(result.summary().shown(ResultNumber.TOTAL_PNL));
        assertThat((long) own.getFirst().wins()).isEqualTo(result.summary().shown(ResultNumber.WINS));
        assertThat((long) own.getFirst().losses()).isEqualTo(result.summary().shown(ResultNumber.LOSSES));
        assertThat(band.fills()).extracting(PnlBand.Fill::totalPnl).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        var fraction = band.breakEvenFraction();
        if (fraction != null) {
            assertThat(fraction).isBetween(0.0, 1.0);
            assertThat(band.fills())
                    .allMatch(fill -> fill.fraction() <= fraction ? fill.totalPnl() >= 0 : fill.totalPnl() < 0);
        }
        var commission = band.breakEvenCommission();
        if (commission != null && parameters(golden).fills().commissionPerContract() == 0) {
            var gross = own.getFirst().totalPnl() / 100.0;
            var legs = result.ledger().trades().stream()
                    .mapToDouble(trade -> trade.legs().size()
                            * trade.contracts()
                            * (trade.exit().reason() == ExitReason.SETTLEMENT ? 1 : 2))
                    .sum();
            assertThat(commission).isCloseTo(gross / legs, within(0.01));
        }
    }
}
