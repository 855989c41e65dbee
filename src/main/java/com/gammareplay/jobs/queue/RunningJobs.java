package com.gammareplay.jobs.queue;

import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.queue.RunningJob.End;
import com.gammareplay.jobs.store.JobRows;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The jobs that this process replays now. */
@Component
public class RunningJobs {

    private static final Logger LOG = LoggerFactory.getLogger(RunningJobs.class);
    private static final Duration TO_PUT_BACK = Duration.ofSeconds(3);

    private final JobRows rows;
    private final Map<String, RunningJob> jobs = new HashMap<>();
    private boolean stopping;

    RunningJobs(JobRows rows) {
        this.rows = rows;
    }

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

    /**
     * Ends replays that are not wanted any more: somebody cancelled the job, by whichever process, or this process was
     * taken for dead and another one has begun the job again.
     */
    @Scheduled(fixedDelay = 500, timeUnit = TimeUnit.MILLISECONDS)
    public void look() {
        var here = here();
        if (here.isEmpty()) {
            return;
        }
        try {
            var found = rows.find(here.stream().map(RunningJob::id).toList()).stream()
                    .collect(Collectors.toMap(Job::id, Function.identity()));
            here.stream().filter(job -> !job.isAttemptOf(found.get(job.id()))).forEach(job -> job.end(End.CANCELLED));
        } catch (NestedRuntimeException e) {
            LOG.debug("The jobs database cannot be read", e);
        }
    }

    private synchronized List<RunningJob> here() {
        return List.copyOf(jobs.values());
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
