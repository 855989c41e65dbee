package com.gammareplay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatisticsTest {

    private static final double CLOSE = 1e-12;

    @Test
    void the_counts_and_sums_of_a_small_ledger() {
        var summary = Statistics.of(Ledgers.of(10_000, List.of(300, -100), List.of(0, 200, -50)));

        assertThat(summary.trades()).isEqualTo(5);
        assertThat(summary.wins()).isEqualTo(2);
        assertThat(summary.losses()).isEqualTo(2);
        assertThat(summary.breakeven()).isEqualTo(1);
        assertThat(summary.winRate()).isEqualTo(0.4);
        assertThat(summary.totalPnl()).isEqualTo(35_000);
        assertThat(summary.grossProfit()).isEqualTo(50_000);
        assertThat(summary.grossLoss()).isEqualTo(15_000);
        assertThat(summary.averageWin()).isEqualTo(250);
        assertThat(summary.averageLoss()).isEqualTo(-75);
        assertThat(summary.largestWin()).isEqualTo(30_000);
        assertThat(summary.largestLoss()).isEqualTo(-10_000);
        assertThat(summary.profitFactor()).isEqualTo(500.0 / 150);
        assertThat(summary.expectancy()).isEqualTo(70);
        assertThat(summary.startingBalance()).isEqualTo(1_000_000);
        assertThat(summary.endingBalance()).isEqualTo(1_035_000);
        assertThat(summary.returnPercent()).isEqualTo(3.5);
        assertThat(summary.tradedSessions()).isEqualTo(2);
    }

    @Test
    void a_mean_between_two_cents_is_exact() {
        // 27 / 6 = 4.5 and -21 / 6 = -3.5 cents: of 0.045000000000000005 dollars JSON would make 0.05.
        var wins = Statistics.of(Ledgers.ofCents(10_000, List.of(2, 5, 5, 5, 5, 5)));
        var losses = Statistics.of(Ledgers.ofCents(10_000, List.of(-1, -4, -4, -4, -4, -4)));

        assertThat(wins.averageWin()).isEqualTo(0.045);
        assertThat(wins.expectancy()).isEqualTo(0.045);
        assertThat(losses.averageLoss()).isEqualTo(-0.035);
    }

    @Test
    void sharpe_and_sortino_of_three_sessions() {
        // Returns: 0.02, -0.01 of 10,200, 0.03 of 10,098.
        var summary = Statistics.of(Ledgers.of(10_000, List.of(200), List.of(-102), List.of()));
        double[] returns = {0.02, -0.01, 0};
        var mean = 0.01 / 3;
        var deviation = Math.sqrt((sq(returns[0] - mean) + sq(returns[1] - mean) + sq(returns[2] - mean)) / 2);

        assertThat(summary.sharpe()).isCloseTo(mean / deviation * Math.sqrt(252), within(CLOSE));
        assertThat(summary.sortino()).isCloseTo(mean / Math.sqrt(0.0001 / 2) * Math.sqrt(252), within(CLOSE));
        assertThat(summary.reasons()).isEmpty();
    }

    private static double sq(double value) {
        return value * value;
    }

    @Test
    void without_trades_everything_that_needs_them_is_null_with_a_reason() {
        var summary = Statistics.of(Ledgers.of(10_000, List.of(), List.of()));

        assertThat(summary.winRate()).isNull();
        assertThat(summary.totalPnl()).isZero();
        assertThat(summary.maxDrawdown()).isZero();
        assertThat(summary.maxDrawdownPercent()).isZero();
        assertThat(summary.reasons())
                .isEqualTo(Map.of(
                        "winRate", "no trades",
                        "averageWin", "no trades",
                        "averageLoss", "no trades",
                        "largestWin", "no trades",
                        "largestLoss", "no trades",
                        "profitFactor", "no trades",
                        "expectancy", "no trades",
                        "sharpe", "all daily returns are the same",
                        "sortino", "no losing session"));
    }

    @Test
    void without_a_loss_there_is_no_profit_factor() {
        var summary = Statistics.of(Ledgers.of(10_000, List.of(100), List.of(200)));

        assertThat(summary.profitFactor()).isNull();
        assertThat(summary.averageLoss()).isNull();
        assertThat(summary.largestLoss()).isNull();
        assertThat(summary.sortino()).isNull();
        assertThat(summary.sharpe()).isNotNull();
        assertThat(summary.reasons())
                .isEqualTo(Map.of(
                        "profitFactor", "no losing trade",
                        "averageLoss", "no losing trade",
                        "largestLoss", "no losing trade",
                        "sortino", "no losing session"));
    }

    @Test
    void without_a_win_the_profit_factor_is_0() {
        var summary = Statistics.of(Ledgers.of(10_000, List.of(-100), List.of()));

        assertThat(summary.profitFactor()).isZero();
        assertThat(summary.reasons())
                .isEqualTo(Map.of("averageWin", "no winning trade", "largestWin", "no winning trade"));
    }

    @Test
    void one_session_is_too_few_for_ratios() {
        var summary = Statistics.of(Ledgers.of(10_000, List.of(100, -50)));

        assertThat(summary.sharpe()).isNull();
        assertThat(summary.sortino()).isNull();
        assertThat(summary.reasons())
                .isEqualTo(Map.of(
                        "sharpe", "fewer than two traded sessions", "sortino", "fewer than two traded sessions"));
    }

    @Test
    void a_used_up_balance_has_no_ratios() {
        var summary = Statistics.of(Ledgers.of(100, List.of(-100), List.of(50)));

        assertThat(summary.reasons())
                .containsEntry("sharpe", "the balance was used up")
                .containsEntry("sortino", "the balance was used up");
    }

    @Test
    void equal_returns_on_growing_balances_have_no_sharpe() {
        // 10 % each session; their mean is not exactly 0.1 in doubles.
        var summary = Statistics.of(Ledgers.of(10_000, List.of(1000), List.of(1100), List.of(1210)));

        assertThat(summary.sharpe()).isNull();
        assertThat(summary.reasons()).containsEntry("sharpe", "all daily returns are the same");
    }
}
