package com.gammareplay.jobs.queue;

import com.gammareplay.jobs.JobSettings;
import com.gammareplay.jobs.replicas.Replicas;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets the workers begin, last of all at the start; and stops the replays first of all at the end. Meanwhile they take no
 * job as long as this process lacks a recording that others have.
 */
@Component
class JobLifecycle implements SmartLifecycle {

    private final JobQueue queue;
    private final RunningJobs running;
    private final Replicas replicas;
    private final JobSettings settings;
    private boolean started;
    private boolean takesJobs;

    JobLifecycle(JobQueue queue, RunningJobs running, Replicas replicas, JobSettings settings) {
        this.queue = queue;
        this.running = running;
        this.replicas = replicas;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        running.start();
        replicas.join();
        started = true;
        takesJobs = false;
        adapt();
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    synchronized void adapt() {
        var isComplete = replicas.isComplete();
        if (!started || takesJobs == isComplete) {
            return;
        }
        takesJobs = isComplete;
        if (takesJobs) {
            queue.resume();
        } else {
            queue.pause();
        }
    }

    @Override
    public void stop() {
        synchronized (this) {
            started = false;
            queue.pause();
        }
        running.stop(settings.shutdownGrace());
        replicas.leave();
    }

    @Override
    public synchronized boolean isRunning() {
        return started;
    }
}
