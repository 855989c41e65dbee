package com.gammareplay.replay;

import com.gammareplay.bot.MarketView;
import com.gammareplay.calendar.TickSchedule;
import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.model.Cents;
import com.gammareplay.model.Session;
import com.gammareplay.replay.SessionResult.IndexCoverage;
import com.gammareplay.replay.SessionResult.Status;
import com.gammareplay.trading.Ledger;
import com.gammareplay.trading.SessionTrader;
import com.gammareplay.trading.StateManager;
import com.gammareplay.trading.TradingRules;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replays sessions through the bot: advance the clock, show the market as it was known then, let the bot take one step.
 * Used for one run, by one thread.
 */
final class ExecutionHarness {

    private static final Logger LOG = LoggerFactory.getLogger(ExecutionHarness.class);

    private static final int TICKS_BETWEEN_REPORTS = 256;

    private final ReplayRequest request;
    private final TradingRules rules;
    private final ReplayListener listener;
    private final StateManager state;
    private final MessageDigest data = Digests.sha256();
    private final List<SessionResult> sessions = new ArrayList<>();
    private final List<Ledger.Day> days = new ArrayList<>();

    ExecutionHarness(ReplayRequest request, TradingRules rules, ReplayListener listener) {
        this.request = request;
        this.rules = rules;
        this.listener = listener;
        this.state = new StateManager(request.startingBalance(), new TradingLog(listener));
    }

    /** Notes a session that is not traded, for a reason that does not depend on its data. */
    void leaveOut(Session session, Status status) {
        add(new SessionResult(session.date(), status, 0, 0, ticks(session).size(), List.of(), null));
    }

    /**
     * Replays a session, unless its data forbids it.
     *
     * @param ticksDone hears now and then how many of the session's ticks are done
     */
    void replay(Session session, RecordedSession market, IntConsumer ticksDone) {
        var ticks = ticks(session);
        data.update(market.digest());
        var coverage = market.coverage().stream()
                .map(index -> new IndexCoverage(
                        index,
                        market.ticksWithQuotes(
                                index.index(), ticks, rules.parameters().data().maxQuoteAge())))
                .toList();
        var found = new SessionResult(session.date(), Status.TRADED, 0, 0, ticks.size(), coverage, null);
        if (market.coverage().stream().noneMatch(index -> index.hasData())) {
            add(withStatus(found, Status.NO_DATA, null));
        } else if (found.leastCoverage() < request.requireCoverage()) {
            add(withStatus(found, Status.EXCLUDED, "coverage below " + request.requireCoverage()));
        } else {
            add(trade(session, ticks, market, found, ticksDone));
        }
    }

    private static SessionResult withStatus(SessionResult found, Status status, @Nullable String note) {
        return new SessionResult(found.date(), status, 0, 0, found.ticks(), found.coverage(), note);
    }

    private SessionResult trade(
            Session session, TickSchedule ticks, RecordedSession market, SessionResult found, IntConsumer ticksDone) {
        var startBalance = state.balance();
        var tradesBefore = state.closedTrades();
        var trader = new SessionTrader(session, ticks, rules, state, views(market));
        var time = new TimeManager(ticks);
        for (var done = 1; time.hasNext(); done++) {
            var now = time.advance();
            market.advanceTo(now);
            trader.step(now);
            if (done % TICKS_BETWEEN_REPORTS == 0) {
                ticksDone.accept(done);
            }
            if (listener.isCancelled()) {
                throw new CancellationException();
            }
        }
        var pnl = state.balance() - startBalance;
        var trades = state.closedTrades() - tradesBefore;
        days.add(new Ledger.Day(session.date(), startBalance, pnl, trades));
        return new SessionResult(session.date(), Status.TRADED, trades, pnl, ticks.size(), found.coverage(), null);
    }

    private List<MarketView> views(RecordedSession market) {
        return request.indices().stream().map(market::view).toList();
    }

    private void add(SessionResult session) {
        sessions.add(session);
        LOG.info(
                "{} {}: {} trades, P&L {}",
                session.date(),
                session.status(),
                session.trades(),
                Cents.toDecimal(session.pnl()));
    }

    private TickSchedule ticks(Session session) {
        return new TickSchedule(session, rules.parameters().schedule().step());
    }

    StateManager state() {
        return state;
    }

    List<SessionResult> sessions() {
        return List.copyOf(sessions);
    }

    Ledger ledger() {
        return new Ledger(state.startingBalance(), state.tradesInOrderOfExit(), state.decisions(), days);
    }

    /** SHA-256 of the rows read, in hexadecimal; ends the run. */
    String dataDigest() {
        return Digests.hex(data);
    }
}
