package com.gammareplay.replay;

import com.gammareplay.calendar.TickSchedule;
import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.model.Cents;
import com.gammareplay.model.Session;
import com.gammareplay.replay.SessionResult.IndexCoverage;
import com.gammareplay.replay.SessionResult.Status;
import com.gammareplay.trading.Ledger;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What became of the sessions of one backtest: their status, coverage and P&L, and the digest of their rows. */
final class BacktestSessions {

    private static final Logger LOG = LoggerFactory.getLogger(BacktestSessions.class);

    private final ExecutionHarness harness;
    private final SessionRules rules;
    private final MessageDigest data = Digests.sha256();
    private final List<SessionResult> sessions = new ArrayList<>();

    BacktestSessions(ExecutionHarness harness, SessionRules rules) {
        this.harness = harness;
        this.rules = rules;
    }

    /** Notes a session that is not traded, for a reason that does not depend on its data. */
    void leaveOut(Session session, Status status) {
        var ticks = harness.ticks(session).size();
        add(new SessionResult(session.date(), status, 0, 0, ticks, List.of(), null));
    }

    /**
     * Replays a session, unless its data forbids it.
     *
     * @param ticksDone hears now and then how many of the session's ticks are done
     */
    void replay(Session session, RecordedSession market, IntConsumer ticksDone) {
        var ticks = harness.ticks(session);
        data.update(market.digest());
        var coverage = rules.coverage(market, ticks);
        switch (rules.byData(market, ticks)) {
            case TRADED -> add(traded(harness.trade(session, market, ticksDone), ticks, coverage));
            case EXCLUDED ->
                add(leftOut(session, Status.EXCLUDED, ticks, coverage, "coverage below " + rules.requireCoverage()));
            case NO_DATA -> add(leftOut(session, Status.NO_DATA, ticks, coverage, null));
            case EARLY_CLOSE -> throw new IllegalStateException("a session closes early by its date, not by its data");
        }
    }

    private static SessionResult traded(Ledger.Day day, TickSchedule ticks, List<IndexCoverage> coverage) {
        return new SessionResult(day.date(), Status.TRADED, day.trades(), day.pnl(), ticks.size(), coverage, null);
    }

    private static SessionResult leftOut(
            Session session, Status status, TickSchedule ticks, List<IndexCoverage> coverage, @Nullable String note) {
        return new SessionResult(session.date(), status, 0, 0, ticks.size(), coverage, note);
    }

    private void add(SessionResult session) {
        sessions.add(session);
        LOG.debug(
                "{} {}: {} trades, P&L {}",
                session.date(),
                session.status(),
                session.trades(),
                Cents.toDecimal(session.pnl()));
    }

    List<SessionResult> list() {
        return List.copyOf(sessions);
    }

    /** SHA-256 of the rows read, in hexadecimal; ends the run. */
    String dataDigest() {
        return Digests.hex(data);
    }
}
