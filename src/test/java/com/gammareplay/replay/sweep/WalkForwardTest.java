package com.gammareplay.replay.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.model.Cents;
import com.gammareplay.replay.ReplayResult;
import com.gammareplay.report.SweepReport;
import com.gammareplay.requests.RawRequest;
import com.gammareplay.statistics.Figure;
import com.gammareplay.statistics.ResultNumber;
import com.gammareplay.statistics.Summary;
import com.gammareplay.testing.AskedSweep;
import com.gammareplay.testing.DeafListener;
import com.gammareplay.trading.Ledger;
import com.gammareplay.trading.Trade;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The sessions of the demo that are traded are 24, 25 and 26 November and 1 December. */
class WalkForwardTest {

    private static final List<Object> POSITIONS = List.of(1, 2, 3, 6);

    private static AskedSweep raw(int train, int test, @Nullable String objective) {
        var walkForward = new AskedSweep.Windows(BigDecimal.valueOf(train), BigDecimal.valueOf(test), null, objective);
        return new AskedSweep(
                DemoSweeps.base(Map.of()), Map.of("maxOpenPositions", POSITIONS), null, null, null, walkForward);
    }

    private static WalkForwardResult run(AskedSweep raw) {
        var sweeps = DemoSweeps.sweeps(2);
        return sweeps.run(DemoSweeps.read(raw), new MemoryJournal(), new DeafListener())
                .orElseThrow();
    }

    private static ReplayResult backtest(LocalDate from, LocalDate to, Object positions, long balance) {
        var base = DemoSweeps.base(from.toString(), to.toString(), Map.of("maxOpenPositions", positions));
        return DemoSweeps.alone(DemoSweeps.REQUESTS.read(new RawRequest(
                base.dataset(),
                base.databaseZone(),
                base.indices(),
                base.from(),
                base.to(),
                null,
                base.parameters(),
                BigDecimal.valueOf(balance, 2),
                null)));
    }

    @Test
    void each_window_chooses_by_backtests_of_its_training_and_is_tested_behind_it() {
        var result = run(raw(1, 1, "-totalPnl"));

        assertThat(result.windows()).hasSize(3);
        var balance = 2_500_000L;
        var trades = new ArrayList<Trade>();
        var days = new ArrayList<Ledger.Day>();
        for (var window : result.windows()) {
            var train = window.train();
            var best = POSITIONS.stream()
                    .map(positions -> backtest(train.from(), train.to(), positions, 2_500_000))
                    .reduce((one, other) -> totalPnl(other) > totalPnl(one) ? other : one)
                    .orElseThrow();
            var chosen = Objects.requireNonNull(window.parameters().get("maxOpenPositions"));
            var test = backtest(window.test().from(), window.test().to(), chosen, balance);

            assertThat(window.inSample()).isEqualTo(best.headline());
            assertThat(window.outOfSample()).isEqualTo(test.headline());
            balance = test.ledger().endingBalance();
            trades.addAll(test.ledger().trades());
            days.addAll(test.ledger().days());
        }
        assertThat(result.outOfSample().summary())
                .isEqualTo(Summary.headline(new Ledger(2_500_000, trades, List.of(), days)));
        assertThat(result.outOfSample().summary().shown(ResultNumber.ENDING_BALANCE))
                .isEqualTo(Cents.toDecimal(balance))
                .isNotEqualTo(Cents.toDecimal(2_500_000L));
    }

    @Test
    void nothing_is_traded_once_the_balance_is_used_up() {
        var loses = Map.of("maxOpenPositions", 6, "stopLoss", -0.1, "minBalance", -1_000_000);
        var lost = -totalPnl(
                DemoSweeps.alone(DemoSweeps.REQUESTS.read(DemoSweeps.base("2025-11-26", "2025-11-26", loses))));
        assertThat(lost).isPositive();
        for (var balance : List.of(lost, lost / 2)) {
            var base = new RawRequest(
                    "demo",
                    null,
                    List.of("SPX", "NDX"),
                    "2025-11-24",
                    "2025-12-01",
                    null,
                    loses,
                    BigDecimal.valueOf(balance, 2),
                    null);
            var result = run(new AskedSweep(
                    base,
                    Map.of("vixFloor", List.of(1)),
                    null,
                    null,
                    null,
                    new AskedSweep.Windows(BigDecimal.TWO, BigDecimal.ONE, null, null)));
            var second = result.windows().getLast().outOfSample().summary();

            var left = Cents.toDecimal(balance - lost);
            assertThat(result.windows().getFirst().outOfSample().summary().shown(ResultNumber.ENDING_BALANCE))
                    .isEqualTo(left);
            assertThat(shown(second, ResultNumber.TRADES, ResultNumber.TRADED_SESSIONS))
                    .containsOnly(0L);
            assertThat(second.shown(ResultNumber.ENDING_BALANCE)).isEqualTo(left);
            assertThat(shown(second, ResultNumber.RETURN_PERCENT, ResultNumber.MAX_DRAWDOWN_PERCENT))
                    .containsOnly(0.0);
            assertThat(result.outOfSample().summary().shown(ResultNumber.ENDING_BALANCE))
                    .isEqualTo(left);
            assertThat(new SweepReport().walkForward(result))
                    .doesNotContain("NaN")
                    .doesNotContain("-0.0");
        }
    }

    /** In cents. */
    private static long totalPnl(ReplayResult result) {
        return result.ledger().endingBalance() - result.ledger().startingBalance();
    }

    private static Collection<@Nullable Number> shown(Summary summary, ResultNumber... numbers) {
        return summary.shown(List.of(numbers)).values();
    }

    @Test
    void windows_are_laid_over_the_sessions_that_are_traded() {
        var windows = run(raw(2, 1, "-trades")).windows();

        assertThat(windows.stream().map(WalkForwardResult.Window::train))
                .containsExactly(range("2025-11-24", "2025-11-25"), range("2025-11-25", "2025-11-26"));
        assertThat(windows.stream().map(WalkForwardResult.Window::test))
                .containsExactly(range("2025-11-26", "2025-11-26"), range("2025-12-01", "2025-12-01"));
        assertThat(windows.stream().map(window -> window.parameters().get("maxOpenPositions")))
                .containsExactly(6, 6);
        assertThat(run(raw(2, 2, null)).windows()).hasSize(1);
    }

    private static WalkForwardResult.Range range(String from, String to) {
        return new WalkForwardResult.Range(LocalDate.parse(from), LocalDate.parse(to));
    }

    @Test
    void the_first_of_equal_combinations_is_chosen_and_one_without_the_number_last() {
        var none = Figure.missing("no losing trade");
        var some = Figure.of(1.5);
        var objective = Objective.find("-profitFactor").orElseThrow();

        assertThat(objective.isBetter(some, none)).isTrue();
        assertThat(objective.isBetter(none, some)).isFalse();
        assertThat(objective.isBetter(none, none)).isFalse();
        assertThat(objective.isBetter(some, some)).isFalse();
        assertThat(Objective.find("maxDrawdown").orElseThrow().isBetter(Figure.of(1), Figure.of(2)))
                .isTrue();
        assertThat(run(raw(1, 1, "tradedSessions")).windows())
                .allSatisfy(window -> assertThat(window.combination()).isZero());
    }

    @Test
    void the_first_combination_is_chosen_where_none_has_the_number() {
        var walkForward = new AskedSweep.Windows(BigDecimal.TWO, BigDecimal.ONE, null, "-winRate");
        var neverTrades = DemoSweeps.base(Map.of("vixFloor", 90));
        var result =
                run(new AskedSweep(neverTrades, Map.of("maxOpenPositions", POSITIONS), null, null, null, walkForward));

        assertThat(result.windows()).hasSize(2).allSatisfy(window -> {
            assertThat(window.combination()).isZero();
            assertThat(window.inSample().summary().shown(ResultNumber.WIN_RATE)).isNull();
            assertThat(window.outOfSample().summary().shown(ResultNumber.WIN_RATE))
                    .isNull();
        });
        assertThat(result.outOfSample().summary().shown(ResultNumber.TRADED_SESSIONS))
                .isEqualTo(2L);
        assertThat(result.outOfSample().summary().reasons()).containsEntry("winRate", "no trades");
    }

    @Test
    void choices_that_are_kept_are_not_made_again() {
        var journal = new MemoryJournal();
        var sweeps = DemoSweeps.sweeps(1);
        var sweep = DemoSweeps.read(raw(1, 1, "-totalPnl"));
        journal.choose(4);
        var result = sweeps.run(sweep, journal, new DeafListener()).orElseThrow();

        assertThat(result.windows().getFirst().combination()).isEqualTo(3);
        assertThat(journal.choices()).hasSize(3);
    }

    @Test
    void steps_beyond_the_test_leave_sessions_out() {
        var sessions = DemoSweeps.CALENDAR.sessions(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 30));
        var windows = new WalkForward(5, 2, 4, Objective.STANDARD).windows(sessions);

        assertThat(windows.stream().map(window -> window.train().getFirst()))
                .containsExactlyElementsOf(
                        Stream.of(0, 4, 8, 12).map(sessions::get).toList());
        assertThat(windows.getLast().test()).isEqualTo(sessions.subList(17, 19));
    }
}
