package com.gammareplay.replay;

import com.gammareplay.bot.MarketView;
import com.gammareplay.calendar.TickSchedule;
import com.gammareplay.marketdata.Cancelling;
import com.gammareplay.marketdata.SessionMarket;
import com.gammareplay.model.Index;
import com.gammareplay.model.Session;
import com.gammareplay.trading.Account;
import com.gammareplay.trading.Ledger;
import com.gammareplay.trading.SessionTrader;
import com.gammareplay.trading.StateManager;
import com.gammareplay.trading.TradingListener;
import com.gammareplay.trading.TradingRules;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * Replays sessions through the bot: advance the clock, show the market as it was known then, let the bot take one step.
 * Used for one run, by one thread at a time.
 */
public final class ExecutionHarness {

    private static final int TICKS_BETWEEN_REPORTS = 256;

    private final List<Index> indices;
    private final TradingRules rules;
    private final StateManager state;
    private final BooleanSupplier cancelled;
    private final List<Ledger.Day> days = new ArrayList<>();

    /**
     * A run that has not begun.
     *
     * @param startingBalance cents of dollars
     * @param cancelled asked at each tick; once true, a replay ends with a {@code CancellationException}
     */
    public ExecutionHarness(
            List<Index> indices,
            long startingBalance,
            TradingRules rules,
            TradingListener listener,
            BooleanSupplier cancelled) {
        this(indices, startingBalance, List.of(), rules, listener, cancelled);
    }

    /**
     * A run that goes on after trades that it does not know.
     *
     * @param startingBalance cents of dollars
     * @param earlierPnl P&L per contract of trades before the run in dollars, in order of exit
     * @param cancelled asked at each tick; once true, a replay ends with a {@code CancellationException}
     */
    public ExecutionHarness(
            List<Index> indices,
            long startingBalance,
            List<Double> earlierPnl,
            TradingRules rules,
            TradingListener listener,
            BooleanSupplier cancelled) {
        this.indices = List.copyOf(indices);
        this.rules = rules;
        this.state = new StateManager(startingBalance, earlierPnl, listener);
        this.cancelled = cancelled;
    }

    /**
     * Trades a session.
     *
     * @param market not advanced yet
     * @param ticksDone hears now and then how many of the session's ticks are done
     */
    public Ledger.Day trade(Session session, SessionMarket market, IntConsumer ticksDone) {
        return trade(session, market, TimeManager.over(ticks(session)), ticksDone);
    }

    /**
     * Trades a session at the ticks that a clock gives, which are some of its own: live they may be missed.
     *
     * @param market not advanced yet
     * @param ticksDone hears now and then how many ticks are done
     */
    public Ledger.Day trade(Session session, SessionMarket market, TimeManager time, IntConsumer ticksDone) {
        var startBalance = state.balance();
        var tradesBefore = state.closedTrades();
        var trader = new SessionTrader(session, ticks(session), rules, state, views(market));
        for (var done = 1; time.hasNext(); done++) {
            var now = time.advance();
            market.advanceTo(now);
            trader.step(now);
            if (done % TICKS_BETWEEN_REPORTS == 0) {
                ticksDone.accept(done);
            }
            Cancelling.requireWanted(cancelled);
        }
        var pnl = state.balance() - startBalance;
        var day = new Ledger.Day(session.date(), startBalance, pnl, state.closedTrades() - tradesBefore);
        days.add(day);
        return day;
    }

    private List<MarketView> views(SessionMarket market) {
        return indices.stream().map(market::view).toList();
    }

    TickSchedule ticks(Session session) {
        return new TickSchedule(session, rules.parameters().schedule().step());
    }

    StateManager state() {
        return state;
    }

    /** What the run has, and has open, after the last tick. */
    public Account account() {
        return state.account(rules);
    }

    /** Everything that the run did so far. */
    public Ledger ledger() {
        return new Ledger(state.startingBalance(), state.tradesInOrderOfExit(), state.decisions(), days);
    }
}
