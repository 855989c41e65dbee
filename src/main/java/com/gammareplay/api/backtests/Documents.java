package com.gammareplay.api.backtests;

import com.gammareplay.api.jobs.JobProblems;
import com.gammareplay.api.jobs.SucceededJobs;
import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobDocument;
import com.gammareplay.jobs.JobKind;
import com.gammareplay.jobs.intake.Jobs;
import com.gammareplay.report.comparison.ComparedBacktest;
import java.io.InputStream;
import org.springframework.stereotype.Component;

/** The documents of backtests, or why there are none. */
@Component
class Documents {

    private final Jobs jobs;
    private final SucceededJobs succeeded;

    Documents(Jobs jobs, SucceededJobs succeeded) {
        this.jobs = jobs;
        this.succeeded = succeeded;
    }

    /** A document of a backtest that has succeeded. */
    InputStream get(String id, JobDocument document) {
        return get(succeeded.get(JobKind.BACKTEST, id), document);
    }

    /** Refuses what is no backtest that has succeeded. */
    void require(String id) {
        succeeded.get(JobKind.BACKTEST, id);
    }

    /** All that is kept of a backtest that has succeeded. */
    ComparedBacktest kept(String id) {
        var job = succeeded.get(JobKind.BACKTEST, id);
        return new ComparedBacktest(
                job.request(),
                job.headline(),
                get(job, JobDocument.RESULT),
                get(job, JobDocument.DECISIONS),
                get(job, JobDocument.TRADES));
    }

    private InputStream get(Job job, JobDocument document) {
        return jobs.document(job.id(), document).orElseThrow(() -> JobProblems.notFound(JobKind.BACKTEST));
    }
}
