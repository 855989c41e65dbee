package com.gammareplay.jobs.sweeps;

import com.gammareplay.replay.sweep.SweepJournal;
import com.gammareplay.report.SweepReport;
import com.gammareplay.statistics.Summary;
import java.util.List;

/** The journal of a sweep in the jobs database. */
final class StoredSweep implements SweepJournal {

    private final String id;
    private final SweepStore store;
    private final SweepReport report;
    private final Runnable pause;

    StoredSweep(String id, SweepStore store, SweepReport report, Runnable pause) {
        this.id = id;
        this.store = store;
        this.report = report;
        this.pause = pause;
    }

    @Override
    public int rows() {
        return store.rows(id);
    }

    @Override
    public void keep(List<Summary> rows) {
        store.keep(id, rows(), rows.stream().map(report::headline).toList());
    }

    @Override
    public List<Integer> choices() {
        return store.choices(id);
    }

    @Override
    public void choose(int row) {
        store.choose(id, choices().size(), row);
    }

    @Override
    public void pause() {
        pause.run();
    }
}
