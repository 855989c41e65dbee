package com.gammareplay.jobs.sweeps;

import com.gammareplay.jobs.Job;
import com.gammareplay.replay.Provenance;
import com.gammareplay.replay.sweep.SweepJournal;
import com.gammareplay.replay.sweep.SweptCombination;
import com.gammareplay.report.SweepReport;
import java.util.List;

/** The journal of a sweep in the jobs database. */
final class StoredSweep implements SweepJournal {

    private final Job job;
    private final SweepStore store;
    private final SweepReport report;
    private final Runnable pause;

    StoredSweep(Job job, SweepStore store, SweepReport report, Runnable pause) {
        this.job = job;
        this.store = store;
        this.report = report;
        this.pause = pause;
    }

    @Override
    public int kept() {
        return store.kept(job.id());
    }

    @Override
    public void keep(List<SweptCombination> combinations) {
        store.keep(job, kept(), combinations.stream().map(this::kept).toList());
    }

    private KeptCombination kept(SweptCombination one) {
        var intervals = one.intervals();
        return new KeptCombination(
                report.headline(one.headline()), one.sharpe(), intervals == null ? null : report.intervals(intervals));
    }

    @Override
    public List<Integer> choices() {
        return store.choices(job.id());
    }

    @Override
    public void choose(int number) {
        store.choose(job, choices().size(), number);
    }

    @Override
    public String data() {
        return store.data(job.id());
    }

    @Override
    public void madeFrom(String data) {
        store.madeFrom(job, data);
    }

    @Override
    public void beginAnew() {
        store.beginAnew(job);
    }

    @Override
    public void describe(Provenance provenance) {
        store.describe(job, report.provenance(provenance));
    }

    @Override
    public void pause() {
        pause.run();
    }
}
