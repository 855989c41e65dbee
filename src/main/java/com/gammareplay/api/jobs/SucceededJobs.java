package com.gammareplay.api.jobs;

import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobKind;
import com.gammareplay.jobs.JobStatus;
import com.gammareplay.jobs.intake.Jobs;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** The jobs that have a result, or why there is none. */
@Component
public class SucceededJobs {

    private final Jobs jobs;
    private final InstantSource clock;

    SucceededJobs(Jobs jobs, InstantSource clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    /** A job that has succeeded. */
    public Job get(JobKind kind, String id) {
        var job = jobs.find(kind, id).orElseThrow(() -> JobProblems.notFound(kind));
        if (job.status() == JobStatus.SUCCEEDED) {
            return job;
        }
        if (job.status().isFinal()) {
            throw JobProblems.noResult(job);
        }
        throw JobProblems.notReady(job, JobEta.askAgainAfter(job, clock.instant()));
    }
}
