package com.gammareplay.jobs.queue;

import com.gammareplay.jobs.Callbacks;
import com.gammareplay.jobs.store.Database;
import com.gammareplay.jobs.store.LostJobs;
import java.util.List;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes up what an earlier process left, before anybody can ask for it and before any worker starts. That is right only
 * if this process is the only one, which it is while it holds the folder of a database in a file: what several share is
 * freed by missed heartbeats alone.
 */
@Component
class StartupRecovery implements SmartLifecycle {

    private final LostJobs lost;
    private final List<JobLane> lanes;
    private final Callbacks callbacks;
    private final JdbcClient jdbc;
    private final Database database;
    private volatile boolean done;

    StartupRecovery(LostJobs lost, List<JobLane> lanes, Callbacks callbacks, JdbcClient jdbc, Database database) {
        this.lost = lost;
        this.lanes = lanes;
        this.callbacks = callbacks;
        this.jdbc = jdbc;
        this.database = database;
    }

    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }

    @Override
    public void start() {
        if (!database.isShared()) {
            takeUp();
        }
        done = true;
    }

    private void takeUp() {
        lost.takeUp();
        lanes.forEach(lane -> jdbc.sql("update " + lane.table()
                        + " set picked = 0, picked_by = null, last_heartbeat = null where picked = 1")
                .update());
        callbacks.takeUp();
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
