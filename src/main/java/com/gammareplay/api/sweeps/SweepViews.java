package com.gammareplay.api.sweeps;

import com.gammareplay.api.jobs.JobViews;
import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobKind;
import com.gammareplay.jobs.intake.Jobs;
import com.gammareplay.jobs.sweeps.CombinationCounts;
import com.gammareplay.jobs.sweeps.SweepJobs;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows sweeps as they are now. */
@Component
class SweepViews implements JobViews<SweepView> {

    private static final CombinationCounts GONE = new CombinationCounts(0, 0);

    private final Jobs jobs;
    private final SweepJobs sweeps;
    private final InstantSource clock;

    SweepViews(Jobs jobs, SweepJobs sweeps, InstantSource clock) {
        this.jobs = jobs;
        this.sweeps = sweeps;
        this.clock = clock;
    }

    @Override
    public JobKind kind() {
        return JobKind.SWEEP;
    }

    @Override
    public List<SweepView> of(List<Job> shown) {
        var counts = sweeps.counts(shown);
        var now = clock.instant();
        return shown.stream()
                .map(job -> SweepView.of(job, counts.getOrDefault(job.id(), GONE), jobs.queuePosition(job), now))
                .toList();
    }

    @Override
    public @Nullable Object progress(Job job) {
        return of(job).progress();
    }
}
