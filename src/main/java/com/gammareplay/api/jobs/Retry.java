package com.gammareplay.api.jobs;

import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobProgress;
import com.gammareplay.jobs.JobStatus;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a job's end is to be expected, and when it is worth while to ask again. */
public final class Retry {

    private static final long SOON = 1;
    private static final long LATE = 30;
    private static final int JOBS_PER_SECOND = 10;

    private Retry() {}

    /** Seconds to the end of a running job at the pace of this attempt so far; null if that is unknown. */
    public static @Nullable Long etaSeconds(Job job, Instant now) {
        var progress = job.progress();
        var started = job.startedAt();
        if (job.status() != JobStatus.RUNNING || started == null || progress == null || progress.fraction() <= 0) {
            return null;
        }
        return eta(progress, started, now);
    }

    /** From what was known when the progress was written, not as if it had stood still since. */
    private static long eta(JobProgress progress, Instant started, Instant now) {
        var taken = Math.max(0, Duration.between(started, progress.progressAt()).toMillis());
        var all = taken / progress.fraction();
        var passed = Math.max(0, Duration.between(started, now).toMillis());
        return Math.max(0, (long) Math.ceil((all - passed) / 1000));
    }

    /** Seconds after which a job that has not ended should be asked about again. */
    static long afterSeconds(Job job, int queuePosition, Instant now) {
        var eta = etaSeconds(job, now);
        return Math.clamp(eta == null ? queuePosition / JOBS_PER_SECOND : eta, SOON, LATE);
    }
}
