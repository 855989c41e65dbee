package com.gammareplay.jobs;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Takes up what an earlier process left, before any worker starts; and stops the replays first of all at the end. */
@Component
class JobLifecycle implements SmartLifecycle {

    private final JobStore store;
    private final JobQueue queue;
    private final RunningJobs running;
    private final JobSettings settings;
    private volatile boolean started;

    JobLifecycle(JobStore store, JobQueue queue, RunningJobs running, JobSettings settings) {
        this.store = store;
        this.queue = queue;
        this.running = running;
        this.settings = settings;
    }

    @Override
    public void start() {
        store.takeUp();
        queue.release();
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
