package com.gammareplay.jobs.queue;

import com.gammareplay.jobs.queue.RunningJob.End;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** The jobs that this process replays now. */
@Component
public class RunningJobs {

    private static final Duration TO_PUT_BACK = Duration.ofSeconds(3);

    private final Map<String, RunningJob> jobs = new HashMap<>();
    private boolean stopping;

    /** True once this process begins no job any more. */
    synchronized boolean isStopping() {
        return stopping;
    }

    synchronized void start() {
        stopping = false;
    }

    /** Whether any is. */
    public synchronized boolean isBusy() {
        return !jobs.isEmpty();
    }

    synchronized boolean contains(String id) {
        return jobs.containsKey(id);
    }

    synchronized void add(RunningJob job) {
        jobs.put(job.id(), job);
        if (stopping) {
            job.end(End.STOPPED);
        }
    }

    synchronized void remove(RunningJob job) {
        jobs.remove(job.id(), job);
        notifyAll();
    }

    /** Lets the replay of a job end at its next tick, if it is here. */
    public synchronized void cancel(String id) {
        var job = jobs.get(id);
        if (job != null) {
            job.end(End.CANCELLED);
        }
    }

    /** Begins no job any more, gives those that run some time to finish, and ends the others to be run again. */
    void stop(Duration grace) {
        try {
            synchronized (this) {
                stopping = true;
                awaitNone(grace);
                jobs.values().forEach(job -> job.end(End.STOPPED));
                awaitNone(TO_PUT_BACK);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void awaitNone(Duration atMost) throws InterruptedException {
        var deadline = System.nanoTime() + atMost.toNanos();
        for (var left = atMost.toNanos(); !jobs.isEmpty() && left > 0; left = deadline - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }
}
