package com.gammareplay.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AccountHistoryTest {

    /** Four ticks, after one of which something is open. */
    @Test
    void exposure_is_a_share_of_ticks() {
        var history = new AccountHistory(1000);
        history.open(10);
        history.tick(10, 1000, 0);
        history.tick(20, 1000, 2);
        history.open(30);
        history.tick(30, 1000, 0);
        history.tick(40, 1000, 0);

        assertThat(history.exposure()).isEqualTo(Figure.of(0.25));
        assertThat(new AccountHistory(1000).exposure()).isEqualTo(Figure.missing("no traded session"));
    }

    /** 1000 rises to 1200 at mid and ends with 500: that is 700 less, and 500 less than there was at the start. */
    @Test
    void the_fall_at_mid_may_be_larger_than_that_of_the_balance() {
        var run = SomeTrade.ledger(10, SomeTrade.of(-5));
        var history = new AccountHistory(1000);
        history.open(10);
        history.tick(10, 1000, 0);
        history.tick(20, 1200, 1);
        history.tick(30, 900, 1);
        history.tick(40, 500, 0);

        assertThat(history.drawdowns(run).markToMarket()).isEqualTo(new Drawdown(700, 1200, 20, 40, null, 1));
        assertThat(history.drawdowns(run).realised().amount()).isEqualTo(500);
    }

    /** A position that is entered at the open may be worth less at mid at once. */
    @Test
    void the_starting_balance_is_a_peak() {
        var history = new AccountHistory(1000);
        history.open(10);
        history.tick(10, 990, 1);
        history.tick(20, 1010, 0);

        assertThat(history.drawdown()).isEqualTo(new Drawdown(10, 1000, 10, 10, 20L, 1));
        assertThat(history.drawdown().percent()).isEqualTo(1);
        assertThat(Summary.of(Ledgers.of(10, List.of()), history).shown(ResultNumber.MARK_TO_MARKET_DRAWDOWN))
                .hasToString("0.10");
    }
}
