package com.gammareplay.replay;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.calendar.TickSchedule;
import com.gammareplay.hash.Sha256;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.marketdata.Recording;
import com.gammareplay.parameters.TypedParameters;
import com.gammareplay.replay.SessionResult.Status;
import com.gammareplay.replay.review.Review;
import com.gammareplay.statistics.AccountHistory;
import com.gammareplay.statistics.Summary;
import com.gammareplay.trading.Ledger;
import com.gammareplay.trading.TradingRules;
import java.util.List;
import java.util.concurrent.Executor;

/** Runs replays on recordings. */
public final class BacktestRunner implements Backtests {

    private final DatasetCatalog datasets;
    private final ExchangeCalendar calendar;
    private final Executor loaders;
    private final String version;

    /**
     * A runner.
     *
     * @param loaders on which sessions are read
     * @param version of the service, for provenance
     */
    public BacktestRunner(DatasetCatalog datasets, ExchangeCalendar calendar, Executor loaders, String version) {
        this.datasets = datasets;
        this.calendar = calendar;
        this.loaders = loaders;
        this.version = version;
    }

    @Override
    public ReplayResult run(ReplayRequest request, ReplayListener listener) {
        var parameters = TypedParameters.of(request.parameters());
        var rules = new SessionRules(parameters, request.requireCoverage());
        var trading = TradingRules.of(parameters);
        var account = new AccountReview(trading, request.startingBalance());
        var harness = new ExecutionHarness(
                request.indices(), request.startingBalance(), trading, new TradingLog(listener), listener::isCancelled);
        var replayed = new ReplayedSessions(harness, rules);
        var needs = RunNeeds.of(request);
        try (var recording = RunNeeds.open(datasets, request, needs, listener::isCancelled)) {
            var data = replay(request, rules, harness, replayed, account, listener, recording);
            return result(request, harness.ledger(), account.history(), replayed.list(), recording, data);
        }
    }

    /** Replays all sessions; gives the SHA-256 of the rows read, in hexadecimal. */
    private String replay(
            ReplayRequest request,
            SessionRules rules,
            ExecutionHarness harness,
            ReplayedSessions replayed,
            Review account,
            ReplayListener listener,
            Recording recording) {
        var sessions = calendar.sessions(request.from(), request.to());
        var wanted = sessions.stream().filter(rules::mayTrade).toList();
        var step = rules.parameters().schedule().step();
        var data = Sha256.begin();
        var report = new ProgressReport(sessions, TickSchedule.ticks(wanted, step), harness.state(), listener);
        try (var loader = new SessionLoader(recording, request.indices(), wanted, loaders)) {
            for (var session : sessions) {
                report.begin(session);
                if (rules.mayTrade(session)) {
                    var market = loader.next();
                    data.update(market.digest());
                    var closed = harness.state().closedTrades();
                    if (replayed.replay(session, market, report::ticks) == Status.TRADED) {
                        var trades = harness.state().tradesAfter(closed);
                        account.traded(session, market, trades);
                        listener.traded(session, market, trades);
                    }
                    report.end(new TickSchedule(session, step).size());
                } else {
                    replayed.leaveOut(session);
                    report.end(0);
                }
            }
            report.finished();
        }
        return Sha256.hex(data);
    }

    private ReplayResult result(
            ReplayRequest request,
            Ledger ledger,
            AccountHistory history,
            List<SessionResult> sessions,
            Recording recording,
            String data) {
        var warnings = new Findings(recording).warnings(sessions, ledger);
        var provenance = new Provenance(
                request.dataset(),
                request.databaseZone().getId(),
                recording.isSynthetic(),
                data,
                Provenance.digest(request.parameters()),
                ExchangeCalendar.VERSION,
                version);
        return new ReplayResult(
                request,
                Summary.of(ledger, history),
                history.drawdowns(ledger),
                sessions,
                ledger,
                warnings,
                provenance);
    }
}
