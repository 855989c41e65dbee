package com.gammareplay.api.jobs;

import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobKind;
import java.util.Set;

/** Where clients find jobs. */
public final class JobPaths {

    public static final String BACKTESTS = "/api/v1/backtests";
    public static final String SWEEPS = "/api/v1/sweeps";

    /** Where jobs of any kind are submitted. */
    static final Set<String> ALL = Set.of(BACKTESTS, SWEEPS);

    private JobPaths() {}

    static String of(JobKind kind) {
        return switch (kind) {
            case BACKTEST -> BACKTESTS;
            case SWEEP -> SWEEPS;
        };
    }

    /** The path of a job. */
    public static String of(Job job) {
        return of(job.kind()) + "/" + job.id();
    }
}
