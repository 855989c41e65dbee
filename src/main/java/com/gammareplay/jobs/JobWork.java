package com.gammareplay.jobs;

import com.gammareplay.replay.ReplayListener;
import java.time.Duration;

/** What workers do for one kind of jobs. */
public interface JobWork {

    JobKind kind();

    /** Longest time that one attempt at a job may take. */
    Duration timeout();

    /**
     * Does a job.
     *
     * @param pause to be called where the work may rest for a while: lets a job go first that must run alone
     * @throws java.util.concurrent.CancellationException once the listener says so
     */
    JobResult run(Job job, ReplayListener listener, Runnable pause);
}
