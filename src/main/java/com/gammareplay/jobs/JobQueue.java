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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.NestedRuntimeException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The jobs that wait for a worker, in the order of their numbers. db-scheduler goes by time, so that a job's time is its
 * number as milliseconds since 1970: always due, and in order whatever the clock does. Only what is to be tried again after
 * some seconds has a time of these days.
 */
@Component
class JobQueue {

    private static final List<String> TABLES = List.of("scheduled_tasks", SweepScheduler.TABLE);

    /** No number of a job is that great, and no time of these days that small: a day in 2001. */
    private static final Instant LAST_NUMBER = Instant.ofEpochMilli(1_000_000_000_000L);

    private static final Instant FOR_EVER = Instant.ofEpochMilli(Long.MAX_VALUE);
    private static final Duration LONGER_THAN_ANY_WAIT = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(JobQueue.class);

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
                lane.schedule(saved.id(), requestId, Instant.ofEpochMilli(saved.sequence()));
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

    /**
     * Frees what workers of an earlier process had taken: this process is the only one, so they are gone. What an earlier
     * version has put where its time of acceptance was gets its turn.
     */
    void release() {
        for (var table : TABLES) {
            jdbc.sql("update " + table + " set picked = 0, picked_by = null, last_heartbeat = null where picked = 1")
                    .update();
            giveTurn(table, LAST_NUMBER, FOR_EVER);
        }
    }

    /**
     * Gives those their turn whose time to be tried again has come, since all that waits would go before them; so too those
     * that had to wait for longer than they were told to because the clock was put back.
     */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void retry() {
        var now = clock.instant();
        try {
            for (var table : TABLES) {
                retry(table, LAST_NUMBER, now);
                retry(table, now.plus(LONGER_THAN_ANY_WAIT), FOR_EVER);
            }
        } catch (NestedRuntimeException e) {
            LOG.debug("The jobs database cannot be used", e);
        }
    }

    private void retry(String table, Instant after, Instant until) {
        var isAny = transactions
                .reading()
                .execute(_ -> jdbc.sql("select exists (select 1 from " + table
                                + " where picked = 0 and execution_time > ? and execution_time <= ?)")
                        .params(after.toEpochMilli(), until.toEpochMilli())
                        .query(Boolean.class)
                        .single());
        if (Boolean.TRUE.equals(isAny)) {
            giveTurn(table, after, until);
        }
    }

    /** A job that has been deleted may have a place for a moment longer, of which a worker frees the queue. */
    private void giveTurn(String table, Instant after, Instant until) {
        jdbc.sql("update " + table
                        + " set execution_time = coalesce((select number from job where id = task_instance), 0)"
                        + " where picked = 0 and execution_time > ? and execution_time <= ?")
                .params(after.toEpochMilli(), until.toEpochMilli())
                .update();
        lanes.values().forEach(JobLane::wake);
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
