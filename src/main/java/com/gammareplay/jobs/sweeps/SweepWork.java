package com.gammareplay.jobs.sweeps;

import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobKind;
import com.gammareplay.jobs.JobResult;
import com.gammareplay.jobs.JobSettings;
import com.gammareplay.jobs.JobWork;
import com.gammareplay.replay.ReplayListener;
import com.gammareplay.replay.sweep.Sweeps;
import com.gammareplay.report.SweepReport;
import com.gammareplay.requests.SweepReader;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Runs a sweep, from where an earlier attempt stopped. Its headline is that of the base. */
@Component
class SweepWork implements JobWork {

    private static final int BASE = 0;

    private final Sweeps sweeps;
    private final SweepReport report;
    private final SweepReader reader;
    private final SweepStore store;
    private final KeptCombinations kept;
    private final SweepTrials trials;
    private final JobSettings settings;

    SweepWork(
            Sweeps sweeps,
            SweepReport report,
            SweepReader reader,
            SweepStore store,
            KeptCombinations kept,
            SweepTrials trials,
            JobSettings settings) {
        this.sweeps = sweeps;
        this.report = report;
        this.reader = reader;
        this.store = store;
        this.kept = kept;
        this.trials = trials;
        this.settings = settings;
    }

    @Override
    public JobKind kind() {
        return JobKind.SWEEP;
    }

    @Override
    public Duration timeout() {
        return settings.sweepTimeout();
    }

    @Override
    public JobResult run(Job job, ReplayListener listener, Runnable pause) {
        var id = job.id();
        var sweep = reader.readAccepted(job.request());
        var walkForward = sweeps.run(sweep, new StoredSweep(job, store, report, pause), listener);
        var base = Objects.requireNonNull(kept.find(id, List.of(BASE)).get(BASE), "every sweep has its base");
        var json = walkForward.map(report::walkForward);
        return new JobResult(base.headline(), () -> {
            json.ifPresent(written -> store.keepWalkForward(id, written));
            trials.keep(job);
        });
    }
}
