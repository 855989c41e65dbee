package com.gammareplay.jobs;

import com.gammareplay.jobs.SubmissionRefusedException.Reason;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The jobs that wait for a worker. */
@Component
class JobQueue {

    /** The data of both is the id of the request that the job came with, empty if there was none. */
    static final TaskDescriptor<String> BACKTEST = TaskDescriptor.of("backtest", String.class);

    static final TaskDescriptor<String> SWEEP = TaskDescriptor.of("sweep", String.class);

    private final JobTable table;
    private final JobRows rows;
    private final WaitingLines waiting;
    private final Map<JobKind, JobLane> lanes = new EnumMap<>(JobKind.class);
    private final SweepScheduler sweeps;
    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final JobSettings settings;
    private final int workers;
    private final InstantSource clock;

    JobQueue(
            JobTable table,
            JobRows rows,
            WaitingLines waiting,
            Scheduler backtests,
            SweepScheduler sweeps,
            JdbcClient jdbc,
            Transactions transactions,
            JobSettings settings,
            DbSchedulerProperties properties,
            InstantSource clock) {
        this.table = table;
        this.rows = rows;
        this.waiting = waiting;
        this.sweeps = sweeps;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.settings = settings;
        this.workers = properties.getThreads();
        this.clock = clock;
        lanes.put(JobKind.BACKTEST, new JobLane(backtests, BACKTEST, waiting.of(JobKind.BACKTEST), workers));
        lanes.put(
                JobKind.SWEEP,
                new JobLane(sweeps.scheduler(), SWEEP, waiting.of(JobKind.SWEEP), SweepScheduler.WORKERS));
    }

    /**
     * Writes the job and its place in the queue together, then wakes a worker.
     *
     * @param also what else is to be written in the same transaction
     * @throws SubmissionRefusedException if the queue is full
     */
    Job add(Job job, Consumer<Job> also) {
        requireRoom();
        var lane = lane(job.kind());
        var placed = new AtomicReference<@Nullable Job>();
        var requestId = requestId(); // here, since another thread may write it
        try {
            var added = transactions.writing().execute(_ -> {
                requireRoom();
                var saved = table.add(job);
                lane.schedule(job.id(), requestId, job.createdAt());
                also.accept(saved);
                placed.set(saved);
                waiting.add(saved); // before the commit, after which a worker may begin it at any moment
                return saved;
            });
            lane.wake();
            return added;
        } catch (RuntimeException e) {
            Optional.ofNullable(placed.get()).ifPresent(waiting::remove);
            throw e;
        }
    }

    private void requireRoom() {
        if (waiting.size() >= settings.maxQueued()) {
            throw new SubmissionRefusedException(Reason.QUEUE_FULL);
        }
    }

    JobLane lane(JobKind kind) {
        return Objects.requireNonNull(lanes.get(kind));
    }

    private static String requestId() {
        return Objects.requireNonNullElse(MDC.get(LogKeys.REQUEST), "");
    }

    /** Frees what workers of an earlier process had taken: this process is the only one, so they are gone. */
    void release() {
        for (var table : List.of("scheduled_tasks", SweepScheduler.TABLE)) {
            jdbc.sql("update " + table + " set picked = 0, picked_by = null, last_heartbeat = null where picked = 1")
                    .update();
        }
    }

    void resume() {
        sweeps.start();
        lanes.values().forEach(JobLane::resume);
    }

    void pause() {
        lanes.values().forEach(JobLane::pause);
    }

    QueueState state() {
        var oldest = rows.oldestWaiting().map(Instant::ofEpochMilli).map(this::since);
        return new QueueState(waiting.size(), rows.runningCount(), workers, settings.maxQueued(), oldest.orElse(null));
    }

    private Duration since(Instant instant) {
        var passed = Duration.between(instant, clock.instant());
        return passed.isNegative() ? Duration.ZERO : passed;
    }
}
