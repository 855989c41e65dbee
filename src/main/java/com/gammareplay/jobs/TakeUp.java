package com.gammareplay.jobs;

import java.util.List;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes up what an earlier process left, before anybody can ask for it and before any worker starts. That is right only
 * because this process holds the folder and so is the only one: what several share is freed by missed heartbeats alone.
 */
@Component
class TakeUp implements SmartLifecycle {

    private final JobStore store;
    private final List<JobLane> lanes;
    private final Callbacks callbacks;
    private final JdbcClient jdbc;
    private volatile boolean done;

    TakeUp(JobStore store, List<JobLane> lanes, Callbacks callbacks, JdbcClient jdbc) {
        this.store = store;
        this.lanes = lanes;
        this.callbacks = callbacks;
        this.jdbc = jdbc;
    }

    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }

    @Override
    public void start() {
        store.takeUp();
        lanes.forEach(lane -> jdbc.sql("update " + lane.table()
                        + " set picked = 0, picked_by = null, last_heartbeat = null where picked = 1")
                .update());
        callbacks.takeUp();
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
