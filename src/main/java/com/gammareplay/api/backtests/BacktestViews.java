package com.gammareplay.api.backtests;

import com.gammareplay.api.jobs.JobViews;
import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobKind;
import com.gammareplay.jobs.intake.Jobs;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows backtests as they are now. */
@Component
class BacktestViews implements JobViews<BacktestView> {

    private final Jobs jobs;
    private final InstantSource clock;

    BacktestViews(Jobs jobs, InstantSource clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public JobKind kind() {
        return JobKind.BACKTEST;
    }

    @Override
    public List<BacktestView> of(List<Job> shown) {
        return shown.stream()
                .map(job -> BacktestView.of(job, jobs.queuePosition(job), clock.instant()))
                .toList();
    }

    @Override
    public @Nullable Object progress(Job job) {
        return BacktestView.ProgressView.of(job, clock.instant());
    }
}
