package com.gammareplay.jobs;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The jobs that this process replays now. */
@Component
class RunningJobs {

    private final Map<String, RunningJob> jobs = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    /** True once this process begins no job any more. */
    boolean isStopping() {
        return stopping;
    }

    void add(RunningJob job) {
        jobs.put(job.id(), job);
        if (stopping) {
            job.stop();
        }
    }

    void remove(RunningJob job) {
        jobs.remove(job.id(), job);
    }

    /** Lets the replay of a job end at its next tick, if it is here. */
    void cancel(String id) {
        var job = jobs.get(id);
        if (job != null) {
            job.cancel();
        }
    }

    /** Lets all replays end, to be taken up again later. */
    void stop() {
        stopping = true;
        jobs.values().forEach(RunningJob::stop);
    }
}
