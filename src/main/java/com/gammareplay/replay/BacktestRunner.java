package com.gammareplay.replay;

import com.gammareplay.bot.StrategyParameters;
import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.calendar.TickSchedule;
import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.marketdata.Recording;
import com.gammareplay.model.GexSource;
import com.gammareplay.model.Session;
import com.gammareplay.replay.SessionResult.Status;
import com.gammareplay.statistics.Statistics;
import com.gammareplay.trading.TradingRules;
import java.util.List;
import java.util.concurrent.Executor;

/** Runs replays on recordings. */
public final class BacktestRunner implements Backtests {

    private static final int SESSIONS_AHEAD = 2;

    private final DatasetCatalog datasets;
    private final ExchangeCalendar calendar;
    private final RequestReader reader;
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
        this.reader = new RequestReader(datasets, calendar);
        this.loaders = loaders;
        this.version = version;
    }

    @Override
    public ReplayRequest read(RawRequest raw) {
        return reader.read(raw);
    }

    @Override
    public ReplayRequest readAccepted(RawRequest raw) {
        return reader.readAccepted(raw);
    }

    @Override
    public ReplayResult run(ReplayRequest request, ReplayListener listener) {
        var parameters = StrategyParameters.of(request.parameters());
        var harness = new ExecutionHarness(request, TradingRules.of(parameters), listener);
        var needsChains = parameters.data().gexSource() == GexSource.RECOMPUTED
                || parameters.setup().brokenWing();
        var needs = new DataNeeds(parameters.data().databaseZone(), needsChains);
        try (var recording = datasets.open(request.dataset(), needs, listener::isCancelled)) {
            requireIndices(request, recording);
            replay(request, parameters, harness, listener, recording);
            return result(request, harness, recording);
        }
    }

    /** A recording may have been replaced since the request was accepted. */
    private static void requireIndices(ReplayRequest request, Recording recording) {
        for (var index : request.indices()) {
            if (!recording.indices().contains(index)) {
                throw new DataException(
                        DataException.Kind.MISSING,
                        "dataset " + request.dataset() + " has no row of " + index + " any more");
            }
        }
    }

    private void replay(
            ReplayRequest request,
            StrategyParameters parameters,
            ExecutionHarness harness,
            ReplayListener listener,
            Recording recording) {
        var sessions = calendar.sessions(request.from(), request.to());
        var wanted = sessions.stream()
                .filter(session -> status(session, parameters) == Status.TRADED)
                .toList();
        var step = parameters.schedule().step();
        var report = new ProgressReport(sessions, ticks(wanted, step), harness.state(), listener);
        try (var loader = new SessionLoader(recording, request.indices(), wanted, loaders, SESSIONS_AHEAD)) {
            for (var session : sessions) {
                report.begin(session);
                var status = status(session, parameters);
                if (status == Status.TRADED) {
                    harness.replay(session, loader.next(), report::ticks);
                    report.end(new TickSchedule(session, step).size());
                } else {
                    harness.leaveOut(session, status);
                    report.end(0);
                }
            }
            report.finished();
        }
    }

    /** What a session's date alone says about it. */
    private static Status status(Session session, StrategyParameters parameters) {
        if (parameters.schedule().excludedDates().contains(session.date())) {
            return Status.EXCLUDED;
        }
        return session.early() && !parameters.schedule().tradeEarlyClose() ? Status.EARLY_CLOSE : Status.TRADED;
    }

    private static long ticks(List<Session> sessions, int step) {
        return sessions.stream()
                .mapToLong(session -> new TickSchedule(session, step).size())
                .sum();
    }

    private ReplayResult result(ReplayRequest request, ExecutionHarness harness, Recording recording) {
        var ledger = harness.ledger();
        var warnings = new Warnings(recording, harness.sessions(), ledger).list();
        var provenance = new Provenance(
                request.dataset(),
                recording.isSynthetic(),
                harness.dataDigest(),
                Digests.of(request.parameters()),
                ExchangeCalendar.VERSION,
                version);
        return new ReplayResult(request, Statistics.of(ledger), harness.sessions(), ledger, warnings, provenance);
    }
}
