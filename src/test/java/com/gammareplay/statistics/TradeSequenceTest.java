package com.gammareplay.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TradeSequenceTest {

    private static TradeSequence of(SomeTrade... trades) {
        return new TradeSequence(SomeTrade.ledger(10_000, trades));
    }

    private static TradeSequence pnls(int... pnls) {
        var trades = new SomeTrade[pnls.length];
        for (var i = 0; i < pnls.length; i++) {
            trades[i] = SomeTrade.of(pnls[i]);
        }
        return of(trades);
    }

    @Test
    void a_streak_is_broken_by_anything_else_also_by_a_trade_that_brought_nothing() {
        var sequence = pnls(5, 5, 0, 5, -5, -5, -5, 5, 5, 5, 5, -5);

        assertThat(sequence.winningStreak()).isEqualTo(Figure.ofCount(4));
        assertThat(sequence.losingStreak()).isEqualTo(Figure.ofCount(3));
    }

    @Test
    void without_wins_or_losses_the_longest_streak_of_them_is_0() {
        assertThat(pnls(5, 0).losingStreak()).isEqualTo(Figure.ofCount(0));
        assertThat(pnls().winningStreak()).isEqualTo(Figure.ofCount(0));
    }

    /** 10, 30 and 90 minutes, later 60 as well: (600 + 1800 + 5400) / 3 = 2600, (… + 3600) / 4 = 2850. */
    @Test
    void holding_times_are_seconds() {
        var ten = SomeTrade.of(1).held("10:00", "10:10");
        var thirty = SomeTrade.of(1).held("10:00", "10:30");
        var ninety = SomeTrade.of(1).held("10:00", "11:30");
        var sixty = SomeTrade.of(1).held("10:30", "11:30");

        assertThat(of(ninety, ten, thirty).averageHolding()).isEqualTo(Figure.of(2600));
        assertThat(of(ninety, ten, thirty).medianHolding()).isEqualTo(Figure.of(1800));
        assertThat(of(ninety, ten, thirty, sixty).averageHolding()).isEqualTo(Figure.of(2850));
        assertThat(of(ninety, ten, thirty, sixty).medianHolding()).isEqualTo(Figure.of(2700));
        assertThat(of().averageHolding()).isEqualTo(Figure.missing("no trades"));
        assertThat(of().medianHolding()).isEqualTo(Figure.missing("no trades"));
    }

    /** Each contract risks (5.00 − 1.00) × 100 = 400. */
    @Test
    void capital_at_risk_is_that_of_what_is_open_together() {
        var early = SomeTrade.of(1).held("10:00", "11:00");
        var overlapping = SomeTrade.of(1).held("10:30", "12:00").contracts(2);
        var after = SomeTrade.of(1).held("12:00", "13:00").contracts(2);

        assertThat(of(early).peakAtRisk()).isEqualTo(Figure.ofCents(40_000));
        assertThat(of(early, overlapping).peakAtRisk()).isEqualTo(Figure.ofCents(120_000));
        // What is closed at a tick makes room for what is entered at it.
        assertThat(of(early, after).peakAtRisk()).isEqualTo(Figure.ofCents(80_000));
        assertThat(of(overlapping, after).peakAtRisk()).isEqualTo(Figure.ofCents(80_000));
        assertThat(of(early, overlapping, after).peakAtRisk()).isEqualTo(Figure.ofCents(120_000));
        assertThat(of().peakAtRisk()).isEqualTo(Figure.ofCents(0));
    }

    /** 400 and a rebate of 500: as long as it is open, it makes the sum smaller. */
    @Test
    void capital_at_risk_may_be_greatest_after_an_exit() {
        var rebated = SomeTrade.of(1).held("10:00", "11:00").entryFees(-50_000);
        var plain = SomeTrade.of(1).held("10:30", "12:00");

        assertThat(of(rebated, plain).peakAtRisk()).isEqualTo(Figure.ofCents(40_000));
        assertThat(of(rebated).peakAtRisk()).isEqualTo(Figure.ofCents(0));
    }
}
