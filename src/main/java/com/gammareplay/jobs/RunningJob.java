package com.gammareplay.jobs;

import com.gammareplay.replay.ReplayListener;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** One attempt at a job: hears its replay's progress, writes it now and then, and ends it when asked to. */
final class RunningJob implements ReplayListener {

    private static final Duration BETWEEN_WRITES = Duration.ofMillis(250);

    private final Job job;
    private final JobStore store;
    private final InstantSource clock;
    private volatile boolean cancelled;
    private volatile boolean stopped;
    private Instant lastWrite = Instant.MIN;
    private @Nullable JobProgress last;

    RunningJob(Job job, JobStore store, InstantSource clock) {
        this.job = job;
        this.store = store;
        this.clock = clock;
    }

    String id() {
        return job.id();
    }

    void cancel() {
        cancelled = true;
    }

    /** Ends the replay without ending the job. */
    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped && !cancelled;
    }

    @Nullable
    JobProgress lastProgress() {
        return last;
    }

    @Override
    public void progress(Progress progress) {
        last = JobProgress.of(progress);
        var now = clock.instant();
        if (lastWrite.isBefore(now.minus(BETWEEN_WRITES))) {
            lastWrite = now;
            // A row that is not written belongs to a job that was cancelled, or that another worker has taken up.
            cancelled |= !store.progress(job, last);
        }
    }

    @Override
    public boolean isCancelled() {
        return cancelled || stopped;
    }
}
