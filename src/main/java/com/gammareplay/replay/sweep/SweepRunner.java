package com.gammareplay.replay.sweep;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.DataException.Kind;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.model.Session;
import com.gammareplay.replay.ReplayListener;
import com.gammareplay.replay.sweep.WalkForward.Window;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs sweeps on recordings. Thread-safe. */
public final class SweepRunner implements Sweeps {

    private static final Logger LOG = LoggerFactory.getLogger(SweepRunner.class);

    private final DatasetCatalog datasets;
    private final ExchangeCalendar calendar;
    private final Executor loaders;
    private final ParallelWork parallel;
    private final String version;

    /**
     * A runner.
     *
     * @param loaders on which sessions are read
     * @param parallel the threads on which they are replayed
     * @param version of the service: combinations of two versions are not ranked together
     */
    public SweepRunner(
            DatasetCatalog datasets,
            ExchangeCalendar calendar,
            Executor loaders,
            ParallelWork parallel,
            String version) {
        this.datasets = datasets;
        this.calendar = calendar;
        this.loaders = loaders;
        this.parallel = parallel;
        this.version = version;
    }

    @Override
    public Optional<WalkForwardResult> run(SweepRequest sweep, SweepJournal journal, ReplayListener listener) {
        if (journal.kept() > 0 && !SweptData.isOf(program(), journal.data())) {
            LOG.info("The sweep begins anew, what it has was made by another version");
            journal.beginAnew();
        }
        try {
            return attempt(sweep, journal, listener);
        } catch (DataChangedException e) {
            LOG.info("The sweep begins anew: {}", e.getMessage());
            journal.beginAnew();
        }
        try {
            return attempt(sweep, journal, listener);
        } catch (DataChangedException e) {
            throw new DataException(
                    Kind.UNAVAILABLE,
                    "the data changed again after the sweep had begun anew: " + e.getMessage()
                            + "; sweep it once nothing writes to its sessions",
                    e);
        }
    }

    private String program() {
        return version + ", calendar " + ExchangeCalendar.VERSION;
    }

    private Optional<WalkForwardResult> attempt(SweepRequest sweep, SweepJournal journal, ReplayListener listener) {
        var base = sweep.base();
        var sessions = calendar.sessions(base.from(), base.to());
        var windows = WindowPlan.windows(sweep, sessions);
        var step = sweep.step();
        var progress = new SweepProgress(listener, step, total(sweep, sessions, windows, step));
        progress.skip(done(sweep, sessions, windows, step, journal));
        try (var recordings = new SweptRecordings(datasets, base, listener::isCancelled)) {
            var data = new SweptData(program(), journal.data());
            var pass = new Pass(recordings, base.indices(), loaders, parallel, progress, data);
            combinations(sweep, sessions, pass, journal, data, listener);
            var walkForward = Optional.ofNullable(sweep.walkForward()).map(asked -> {
                var run = new WalkForwardRun(sweep, asked.objective(), windows, pass, listener::isCancelled);
                run.choose(journal);
                return run.test(journal.choices());
            });
            journal.describe(recordings.provenance(data, sessions, version));
            return walkForward;
        }
    }

    private static void combinations(
            SweepRequest sweep,
            List<Session> sessions,
            Pass pass,
            SweepJournal journal,
            SweptData data,
            ReplayListener listener) {
        for (var slice : Slice.of(journal.kept(), sweep.size(), Workload.of(1, sessions, sweep.step()))) {
            var replayed = slice.replay(sweep, sessions, pass, listener::isCancelled, one -> one);
            var combinations = pass.swept(replayed, sweep.intervals(), listener::isCancelled);
            journal.madeFrom(data.text());
            journal.keep(combinations);
            journal.pause();
        }
    }

    private static Workload total(SweepRequest sweep, List<Session> sessions, List<Window> windows, int step) {
        var total = Workload.of(sweep.size(), sessions, step);
        for (var window : windows) {
            total = total.and(Workload.of(sweep.size(), window.train(), step)).and(Workload.of(1, window.test(), step));
        }
        return total;
    }

    private static Workload done(
            SweepRequest sweep, List<Session> sessions, List<Window> windows, int step, SweepJournal journal) {
        var done = Workload.of(journal.kept(), sessions, step);
        for (var window : windows.subList(0, journal.choices().size())) {
            done = done.and(Workload.of(sweep.combinations().size(), window.train(), step));
        }
        return done;
    }
}
