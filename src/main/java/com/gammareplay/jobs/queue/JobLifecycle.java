package com.gammareplay.jobs.queue;

import com.gammareplay.jobs.JobSettings;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets the workers begin, last of all at the start; and stops the replays first of all at the end. */
@Component
class JobLifecycle implements SmartLifecycle {

    private final JobQueue queue;
    private final RunningJobs running;
    private final JobSettings settings;
    private volatile boolean started;

    JobLifecycle(JobQueue queue, RunningJobs running, JobSettings settings) {
        this.queue = queue;
        this.running = running;
        this.settings = settings;
    }

    @Override
    public void start() {
        running.start();
        queue.resume();
        started = true;
    }

    @Override
    public void stop() {
        queue.pause();
        running.stop(settings.shutdownGrace());
        started = false;
    }

    @Override
    public boolean isRunning() {
        return started;
    }
}
