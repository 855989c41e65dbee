package com.gammareplay.jobs;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Takes up what an earlier process left, before anybody can ask for it and before any worker starts. */
@Component
class TakeUp implements SmartLifecycle {

    private final JobStore store;
    private final JobQueue queue;
    private volatile boolean done;

    TakeUp(JobStore store, JobQueue queue) {
        this.store = store;
        this.queue = queue;
    }

    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }

    @Override
    public void start() {
        store.takeUp();
        queue.release();
        done = true;
    }

    @Override
    public void stop() {
        done = false;
    }

    @Override
    public boolean isRunning() {
        return done;
    }
}
