package com.gammareplay.replay.sweep;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.model.Session;
import com.gammareplay.replay.Backtests;
import com.gammareplay.replay.ReplayListener;
import com.gammareplay.replay.sweep.WalkForward.Window;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Runs sweeps on recordings. Thread-safe. */
public final class SweepRunner implements Sweeps {

    private final DatasetCatalog datasets;
    private final ExchangeCalendar calendar;
    private final SweepReader reader;
    private final Executor loaders;
    private final Crew crew;

    /**
     * A runner.
     *
     * @param backtests reads the bases of requests
     * @param loaders on which sessions are read
     * @param crew on which they are replayed
     */
    public SweepRunner(
            DatasetCatalog datasets, ExchangeCalendar calendar, Backtests backtests, Executor loaders, Crew crew) {
        this.datasets = datasets;
        this.calendar = calendar;
        this.reader = new SweepReader(backtests, calendar);
        this.loaders = loaders;
        this.crew = crew;
    }

    @Override
    public SweepRequest read(RawSweep raw) {
        return reader.read(raw);
    }

    @Override
    public SweepRequest readAccepted(RawSweep raw) {
        return reader.readAccepted(raw);
    }

    @Override
    public Optional<WalkForwardResult> run(SweepRequest sweep, SweepJournal journal, ReplayListener listener) {
        var base = sweep.base();
        var sessions = calendar.sessions(base.from(), base.to());
        var windows = WindowPlan.windows(sweep, sessions);
        var step = sweep.step();
        var progress = new SweepProgress(listener, step, total(sweep, sessions, windows, step));
        progress.skip(done(sweep, sessions, windows, step, journal));
        try (var recordings = new SweptRecordings(datasets, base, listener::isCancelled)) {
            var pass = new Pass(recordings, base.indices(), loaders, crew, progress);
            rows(sweep, sessions, pass, journal, listener);
            return Optional.ofNullable(sweep.walkForward()).map(asked -> {
                var run = new WalkForwardRun(sweep, asked.objective(), windows, pass, listener::isCancelled);
                run.choose(journal);
                return run.test(journal.choices());
            });
        }
    }

    private static void rows(
            SweepRequest sweep, List<Session> sessions, Pass pass, SweepJournal journal, ReplayListener listener) {
        for (var slice : Slice.of(journal.rows(), sweep.runs(), Workload.of(1, sessions, sweep.step()))) {
            journal.keep(slice.replay(sweep, sessions, pass, listener::isCancelled));
            journal.pause();
        }
    }

    private static Workload total(SweepRequest sweep, List<Session> sessions, List<Window> windows, int step) {
        var total = Workload.of(sweep.runs(), sessions, step);
        for (var window : windows) {
            total = total.and(Workload.of(sweep.runs(), window.train(), step)).and(Workload.of(1, window.test(), step));
        }
        return total;
    }

    private static Workload done(
            SweepRequest sweep, List<Session> sessions, List<Window> windows, int step, SweepJournal journal) {
        var done = Workload.of(journal.rows(), sessions, step);
        for (var window : windows.subList(0, journal.choices().size())) {
            done = done.and(Workload.of(sweep.combinations().size(), window.train(), step));
        }
        return done;
    }
}
