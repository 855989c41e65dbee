package com.gammareplay.api.jobs;

import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobProgress;
import com.gammareplay.jobs.JobStatus;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a job's end is to be expected, and when it is worth while to ask again. */
public final class JobEta {

    private static final long SOON = 1;
    private static final long LATE = 30;

    /** Where the end is unknown, a client learns of it later by at most this share of the time that it took. */
    private static final int SHARE = 10;

    private JobEta() {}

    /**
     * Seconds to the end of a running job at the pace of this attempt so far; null if that is unknown, as it is once the
     * job has taken longer than expected.
     */
    public static @Nullable Long secondsLeft(Job job, Instant now) {
        var progress = job.progress();
        var started = job.startedAt();
        if (job.status() != JobStatus.RUNNING || started == null || progress == null || progress.fraction() <= 0) {
            return null;
        }
        var eta = eta(progress, started, now);
        return eta > 0 ? eta : null;
    }

    /** From what was known when the progress was written, not as if it had stood still since. */
    private static long eta(JobProgress progress, Instant started, Instant now) {
        var all = millis(started, progress.progressAt()) / progress.fraction();
        return (long) Math.ceil((all - millis(started, now)) / 1000);
    }

    /** Seconds after which a job that has not ended should be asked about again. */
    static long askAgainAfter(Job job, Instant now) {
        var eta = secondsLeft(job, now);
        return Math.clamp(eta == null ? millis(begin(job), now) / 1000 / SHARE : eta, SOON, LATE);
    }

    /** Of what the job does now: waiting, or running. */
    private static Instant begin(Job job) {
        var started = job.startedAt();
        return job.status() == JobStatus.QUEUED || started == null ? job.createdAt() : started;
    }

    private static long millis(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis());
    }
}
