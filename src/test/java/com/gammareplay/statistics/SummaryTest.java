package com.gammareplay.statistics;

import static com.gammareplay.statistics.ResultNumber.AVERAGE_LOSS;
import static com.gammareplay.statistics.ResultNumber.AVERAGE_WIN;
import static com.gammareplay.statistics.ResultNumber.BREAKEVEN;
import static com.gammareplay.statistics.ResultNumber.ENDING_BALANCE;
import static com.gammareplay.statistics.ResultNumber.EXPECTANCY;
import static com.gammareplay.statistics.ResultNumber.GROSS_LOSS;
import static com.gammareplay.statistics.ResultNumber.GROSS_PROFIT;
import static com.gammareplay.statistics.ResultNumber.LARGEST_LOSS;
import static com.gammareplay.statistics.ResultNumber.LARGEST_WIN;
import static com.gammareplay.statistics.ResultNumber.LOSSES;
import static com.gammareplay.statistics.ResultNumber.MAX_DRAWDOWN;
import static com.gammareplay.statistics.ResultNumber.MAX_DRAWDOWN_PERCENT;
import static com.gammareplay.statistics.ResultNumber.PROFIT_FACTOR;
import static com.gammareplay.statistics.ResultNumber.RETURN_PERCENT;
import static com.gammareplay.statistics.ResultNumber.SHARPE;
import static com.gammareplay.statistics.ResultNumber.SORTINO;
import static com.gammareplay.statistics.ResultNumber.STARTING_BALANCE;
import static com.gammareplay.statistics.ResultNumber.TOTAL_PNL;
import static com.gammareplay.statistics.ResultNumber.TRADED_SESSIONS;
import static com.gammareplay.statistics.ResultNumber.TRADES;
import static com.gammareplay.statistics.ResultNumber.WINS;
import static com.gammareplay.statistics.ResultNumber.WIN_RATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.gammareplay.trading.Ledger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private static final double CLOSE = 1e-12;

    private static @Nullable Double value(Summary summary, ResultNumber number) {
        return summary.get(number) instanceof Figure.Value(var value) ? (Double) value : null;
    }

    /** With a tick each session, at which nothing is open. */
    private static Summary of(Ledger run) {
        var history = new AccountHistory(run.startingBalance());
        for (var day : run.days()) {
            history.open(day.date().toEpochDay());
            history.tick(day.date().toEpochDay(), (double) day.startBalance(), 0);
        }
        return Summary.of(run, history);
    }

    @Test
    void the_counts_and_sums_of_a_small_ledger() {
        var summary = of(Ledgers.of(10_000, List.of(300, -100), List.of(0, 200, -50)));

        assertThat(value(summary, TRADES)).isEqualTo(5);
        assertThat(value(summary, WINS)).isEqualTo(2);
        assertThat(value(summary, LOSSES)).isEqualTo(2);
        assertThat(value(summary, BREAKEVEN)).isEqualTo(1);
        assertThat(value(summary, WIN_RATE)).isEqualTo(0.4);
        assertThat(value(summary, TOTAL_PNL)).isEqualTo(350);
        assertThat(value(summary, GROSS_PROFIT)).isEqualTo(500);
        assertThat(value(summary, GROSS_LOSS)).isEqualTo(150);
        assertThat(value(summary, AVERAGE_WIN)).isEqualTo(250);
        assertThat(value(summary, AVERAGE_LOSS)).isEqualTo(-75);
        assertThat(value(summary, LARGEST_WIN)).isEqualTo(300);
        assertThat(value(summary, LARGEST_LOSS)).isEqualTo(-100);
        assertThat(value(summary, PROFIT_FACTOR)).isEqualTo(500.0 / 150);
        assertThat(value(summary, EXPECTANCY)).isEqualTo(70);
        assertThat(value(summary, STARTING_BALANCE)).isEqualTo(10_000);
        assertThat(value(summary, ENDING_BALANCE)).isEqualTo(10_350);
        assertThat(value(summary, RETURN_PERCENT)).isEqualTo(3.5);
        assertThat(value(summary, TRADED_SESSIONS)).isEqualTo(2);
    }

    @Test
    void a_mean_between_two_cents_is_exact() {
        // 27 / 6 = 4.5 and -21 / 6 = -3.5 cents: of 0.045000000000000005 dollars JSON would make 0.05.
        var wins = of(Ledgers.ofCents(10_000, List.of(2, 5, 5, 5, 5, 5)));
        var losses = of(Ledgers.ofCents(10_000, List.of(-1, -4, -4, -4, -4, -4)));

        assertThat(value(wins, AVERAGE_WIN)).isEqualTo(0.045);
        assertThat(value(wins, EXPECTANCY)).isEqualTo(0.045);
        assertThat(value(losses, AVERAGE_LOSS)).isEqualTo(-0.035);
    }

    @Test
    void sharpe_and_sortino_of_three_sessions() {
        // Returns: 0.02, -0.01 of 10,200, 0.03 of 10,098.
        var summary = of(Ledgers.of(10_000, List.of(200), List.of(-102), List.of()));
        double[] returns = {0.02, -0.01, 0};
        var mean = 0.01 / 3;
        var deviation = Math.sqrt((sq(returns[0] - mean) + sq(returns[1] - mean) + sq(returns[2] - mean)) / 2);

        assertThat(value(summary, SHARPE)).isCloseTo(mean / deviation * Math.sqrt(252), within(CLOSE));
        assertThat(value(summary, SORTINO)).isCloseTo(mean / Math.sqrt(0.0001 / 2) * Math.sqrt(252), within(CLOSE));
        assertThat(summary.reasons()).isEmpty();
    }

    private static double sq(double value) {
        return value * value;
    }

    @Test
    void without_trades_everything_that_needs_them_is_null_with_a_reason() {
        var summary = of(Ledgers.of(10_000, List.of(), List.of()));

        assertThat(value(summary, WIN_RATE)).isNull();
        assertThat(value(summary, TOTAL_PNL)).isZero();
        assertThat(value(summary, MAX_DRAWDOWN)).isZero();
        assertThat(value(summary, MAX_DRAWDOWN_PERCENT)).isZero();
        assertThat(summary.reasons())
                .isEqualTo(Map.ofEntries(
                        Map.entry("winRate", "no trades"),
                        Map.entry("averageWin", "no trades"),
                        Map.entry("averageLoss", "no trades"),
                        Map.entry("largestWin", "no trades"),
                        Map.entry("largestLoss", "no trades"),
                        Map.entry("profitFactor", "no trades"),
                        Map.entry("expectancy", "no trades"),
                        Map.entry("averageHolding", "no trades"),
                        Map.entry("medianHolding", "no trades"),
                        Map.entry("sharpe", "all daily returns are the same"),
                        Map.entry("sortino", "no losing session"),
                        Map.entry("calmar", "no drawdown")));
    }

    @Test
    void without_a_loss_there_is_no_profit_factor() {
        var summary = of(Ledgers.of(10_000, List.of(100), List.of(200)));

        assertThat(value(summary, PROFIT_FACTOR)).isNull();
        assertThat(value(summary, AVERAGE_LOSS)).isNull();
        assertThat(value(summary, LARGEST_LOSS)).isNull();
        assertThat(value(summary, SORTINO)).isNull();
        assertThat(value(summary, SHARPE)).isNotNull();
        assertThat(summary.reasons())
                .isEqualTo(Map.of(
                        "profitFactor", "no losing trade",
                        "averageLoss", "no losing trade",
                        "largestLoss", "no losing trade",
                        "sortino", "no losing session",
                        "calmar", "no drawdown"));
    }

    @Test
    void without_a_win_the_profit_factor_is_0() {
        var summary = of(Ledgers.of(10_000, List.of(-100), List.of()));

        assertThat(value(summary, PROFIT_FACTOR)).isZero();
        assertThat(summary.reasons())
                .isEqualTo(Map.of("averageWin", "no winning trade", "largestWin", "no winning trade"));
    }

    @Test
    void one_session_is_too_few_for_ratios() {
        var summary = of(Ledgers.of(10_000, List.of(100, -50)));

        assertThat(value(summary, SHARPE)).isNull();
        assertThat(value(summary, SORTINO)).isNull();
        assertThat(summary.reasons())
                .isEqualTo(Map.of(
                        "sharpe", "fewer than two traded sessions", "sortino", "fewer than two traded sessions"));
    }

    @Test
    void a_used_up_balance_has_no_ratios() {
        var summary = of(Ledgers.of(100, List.of(-100), List.of(50)));

        assertThat(summary.reasons())
                .containsEntry("sharpe", "the balance was used up")
                .containsEntry("sortino", "the balance was used up");
    }

    @Test
    void equal_returns_on_growing_balances_have_no_sharpe() {
        // 10 % each session; their mean is not exactly 0.1 in doubles.
        var summary = of(Ledgers.of(10_000, List.of(1000), List.of(1100), List.of(1210)));

        assertThat(value(summary, SHARPE)).isNull();
        assertThat(summary.reasons()).containsEntry("sharpe", "all daily returns are the same");
    }

    /** Rollinger and Hoffman, "Sortino: A 'Sharper' Ratio": eight returns, 4.417 by a deviation over n, not n − 1. */
    @Test
    void the_sortino_ratio_of_a_published_example() {
        var returns = List.of(17, 15, 23, -5, 12, 9, 13, -4);
        var days = new ArrayList<Ledger.Day>();
        returns.forEach(
                percent -> days.add(new Ledger.Day(LocalDate.of(2026, 1, 12).plusDays(days.size()), 100, percent, 1)));
        var ratio = new DailyReturns(new Ledger(100, List.of(), List.of(), days)).sortino();

        assertThat(ratio)
                .isInstanceOfSatisfying(
                        Figure.Value.class,
                        value -> assertThat(value.value() / Math.sqrt(252) / Math.sqrt(7.0 / 8))
                                .isCloseTo(4.417, within(0.0005)));
    }

    @Test
    void a_headline_has_the_numbers_of_headlines_alone() {
        var run = Ledgers.of(10_000, List.of(300, -100), List.of(0, 200, -50));

        assertThat(Summary.headline(run).figures().keySet()).containsExactlyElementsOf(ResultNumber.HEADLINE);
        assertThat(of(run).headline()).isEqualTo(Summary.headline(run));
    }
}
