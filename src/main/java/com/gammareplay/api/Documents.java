package com.gammareplay.api;

import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobDocument;
import com.gammareplay.jobs.JobStatus;
import com.gammareplay.jobs.Jobs;
import java.io.InputStream;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** The documents of results, or why there are none. */
@Component
class Documents {

    private final Jobs jobs;
    private final InstantSource clock;

    Documents(Jobs jobs, InstantSource clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    /** A document of a backtest that has succeeded. */
    InputStream get(String id, JobDocument document) {
        return jobs.document(id, document).orElseThrow(() -> missing(id));
    }

    private ApiException missing(String id) {
        return jobs.find(id).map(this::missing).orElseGet(() -> ApiException.notFound("backtest"));
    }

    private ApiException missing(Job job) {
        var status = job.status();
        if (status == JobStatus.FAILED || status == JobStatus.CANCELLED) {
            return ApiException.noResult("backtest", status);
        }
        return ApiException.notReady(
                "backtest",
                status,
                Retry.afterSeconds(job, jobs.queuePosition(job).orElse(0), clock.instant()));
    }
}
