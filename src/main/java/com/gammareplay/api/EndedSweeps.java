package com.gammareplay.api;

import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobKind;
import com.gammareplay.jobs.JobStatus;
import com.gammareplay.jobs.Jobs;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** The sweeps that have a result, or why there is none. */
@Component
class EndedSweeps {

    private final Jobs jobs;
    private final InstantSource clock;

    EndedSweeps(Jobs jobs, InstantSource clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    /** A sweep that has succeeded. */
    Job get(String id) {
        var job = jobs.find(JobKind.SWEEP, id).orElseThrow(() -> ApiException.notFound("sweep"));
        if (job.status() == JobStatus.SUCCEEDED) {
            return job;
        }
        if (job.status().isFinal()) {
            throw ApiException.noResult("sweep", job.status());
        }
        var position = jobs.queuePosition(job).orElse(0);
        throw ApiException.notReady("sweep", job.status(), Retry.afterSeconds(job, position, clock.instant()));
    }
}
