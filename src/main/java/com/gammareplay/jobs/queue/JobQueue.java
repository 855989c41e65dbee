package com.gammareplay.jobs.queue;

import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobKind;
import com.gammareplay.jobs.JobSettings;
import com.gammareplay.jobs.LogKeys;
import com.gammareplay.jobs.QueueState;
import com.gammareplay.jobs.SubmissionRefusedException;
import com.gammareplay.jobs.SubmissionRefusedException.Reason;
import com.gammareplay.jobs.replicas.Replicas;
import com.gammareplay.jobs.store.JobRows;
import com.gammareplay.jobs.store.JobTable;
import com.gammareplay.jobs.store.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** The jobs that wait for a worker, in a lane for each kind. Thread-safe. */
@Component
public class JobQueue {

    private final JobTable table;
    private final JobRows rows;
    private final Map<JobKind, JobLane> lanes = new EnumMap<>(JobKind.class);
    private final Transactions transactions;
    private final Replicas replicas;
    private final JobSettings settings;
    private final InstantSource clock;

    JobQueue(
            JobTable table,
            JobRows rows,
            List<JobLane> lanes,
            Transactions transactions,
            Replicas replicas,
            JobSettings settings,
            InstantSource clock) {
        this.table = table;
        this.rows = rows;
        lanes.forEach(lane -> this.lanes.put(lane.kind(), lane));
        this.transactions = transactions;
        this.replicas = replicas;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Writes the job and its place in the queue together, then wakes a worker.
     *
     * @param also what else is to be written in the same transaction
     * @throws SubmissionRefusedException if the queue is full
     */
    public Job add(Job job, Consumer<Job> also) {
        var lane = lane(job.kind());
        var added = transactions.writing().execute(_ -> {
            requireRoom();
            var saved = table.add(job);
            lane.add(saved, requestId());
            also.accept(saved);
            return saved;
        });
        lane.wake();
        return added;
    }

    private void requireRoom() {
        if (table.waitingBeforeAnother() >= settings.maxQueued()) {
            throw new SubmissionRefusedException(Reason.QUEUE_FULL);
        }
    }

    JobLane lane(JobKind kind) {
        return Objects.requireNonNull(lanes.get(kind));
    }

    private static String requestId() {
        return Objects.requireNonNullElse(MDC.get(LogKeys.REQUEST), "");
    }

    void resume() {
        lanes.values().forEach(JobLane::resume);
    }

    /** Lets workers take no more jobs; those that they have go on. */
    public void pause() {
        lanes.values().forEach(JobLane::pause);
    }

    /** How many jobs wait and run, and for how long. */
    public QueueState state() {
        var oldest = rows.oldestWaiting().map(accepted -> Duration.ofMillis(Math.max(0, clock.millis() - accepted)));
        return new QueueState(
                table.waiting(), rows.runningCount(), replicas.workers(), settings.maxQueued(), oldest.orElse(null));
    }
}
