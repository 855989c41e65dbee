package com.gammareplay.replay;

import com.gammareplay.calendar.TickSchedule;
import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.model.Cents;
import com.gammareplay.model.Session;
import com.gammareplay.replay.SessionResult.IndexCoverage;
import com.gammareplay.replay.SessionResult.Status;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one run through its sessions, and keeps what became of them: status, coverage, P&L, what is to be known. */
public final class ReplayedSessions {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayedSessions.class);

    private final ExecutionHarness harness;
    private final SessionRules rules;
    private final List<SessionResult> sessions = new ArrayList<>();

    /** A run that has not begun. */
    public ReplayedSessions(ExecutionHarness harness, SessionRules rules) {
        this.harness = harness;
        this.rules = rules;
    }

    /** Notes a session that is not traded, for a reason that does not depend on its data. */
    public void leaveOut(Session session) {
        add(leftOut(session, rules.byDate(session), harness.ticks(session), List.of(), null));
    }

    /**
     * Replays a session that may be traded by its date, unless its data forbids it.
     *
     * @param ticksDone hears now and then how many of the session's ticks are done
     * @return whether it was traded, or why not
     */
    public Status replay(Session session, RecordedSession market, IntConsumer ticksDone) {
        var ticks = harness.ticks(session);
        var coverage = rules.coverage(market, ticks);
        var status = rules.byData(coverage, ticks);
        switch (status) {
            case TRADED -> add(traded(session, market, ticksDone, coverage));
            case EXCLUDED -> add(leftOut(session, Status.EXCLUDED, ticks, coverage, belowCoverage(coverage, ticks)));
            case NO_DATA -> add(leftOut(session, Status.NO_DATA, ticks, coverage, null));
            case EARLY_CLOSE -> throw new IllegalStateException("a session closes early by its date, not by its data");
        }
        return status;
    }

    private SessionResult traded(
            Session session, RecordedSession market, IntConsumer ticksDone, List<IndexCoverage> coverage) {
        var state = harness.state();
        var decided = state.decided();
        var closed = state.closedTrades();
        var day = harness.trade(session, market, ticksDone);
        var facts =
                SessionFacts.of(market, rules.parameters(), state.decisionsAfter(decided), state.tradesAfter(closed));
        return new SessionResult(
                day.date(),
                Status.TRADED,
                day.trades(),
                day.pnl(),
                harness.ticks(session).size(),
                coverage,
                null,
                facts);
    }

    /** Cut off, not rounded: what is below must not look as if it were not. */
    private String belowCoverage(List<IndexCoverage> coverage, TickSchedule ticks) {
        var least = BigDecimal.valueOf(SessionResult.leastCoverage(coverage, ticks.size()));
        return "coverage " + least.setScale(4, RoundingMode.DOWN) + " is below " + rules.requireCoverage();
    }

    private static SessionResult leftOut(
            Session session, Status status, TickSchedule ticks, List<IndexCoverage> coverage, @Nullable String note) {
        return new SessionResult(session.date(), status, 0, 0, ticks.size(), coverage, note, SessionFacts.NONE);
    }

    private void add(SessionResult session) {
        sessions.add(session);
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "{} {}: {} trades, P&L {}",
                    session.date(),
                    session.status(),
                    session.trades(),
                    Cents.toDecimal(session.pnl()));
        }
    }

    /** The sessions so far, in order. */
    public List<SessionResult> list() {
        return List.copyOf(sessions);
    }
}
