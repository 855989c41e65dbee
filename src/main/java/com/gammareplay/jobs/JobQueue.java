package com.gammareplay.jobs;

import com.gammareplay.jobs.SubmissionRefusedException.Reason;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The jobs that wait for a worker. */
@Component
class JobQueue {

    /** Its data is the id of the request that the job came with, empty if there was none. */
    static final TaskDescriptor<String> BACKTEST = TaskDescriptor.of("backtest", String.class);

    private final JobRows rows;
    private final WaitingJobs waiting;
    private final Scheduler scheduler;
    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final JobSettings settings;
    private final int workers;
    private final InstantSource clock;
    private final AtomicInteger busy = new AtomicInteger();

    JobQueue(
            JobRows rows,
            WaitingJobs waiting,
            Scheduler scheduler,
            JdbcClient jdbc,
            Transactions transactions,
            JobSettings settings,
            DbSchedulerProperties properties,
            InstantSource clock) {
        this.rows = rows;
        this.waiting = waiting;
        this.scheduler = scheduler;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.settings = settings;
        this.workers = properties.getThreads();
        this.clock = clock;
    }

    /**
     * Writes the job and its place in the queue together, then wakes a worker.
     *
     * @param also what else is to be written in the same transaction
     * @throws SubmissionRefusedException if the queue is full
     */
    Job add(Job job, Consumer<Job> also) {
        requireRoom();
        var sequence = new AtomicLong();
        var place = BACKTEST.instance(job.id()).data(requestId()).build(); // here, since another thread may write it
        try {
            var added = transactions.writing().execute(_ -> {
                requireRoom();
                var saved = rows.save(job);
                scheduler.schedule(place, job.createdAt());
                also.accept(saved);
                sequence.set(saved.sequence());
                waiting.add(saved.sequence()); // before the commit, after which a worker may begin it at any moment
                return saved;
            });
            if (busy.get() < workers) { // one that is busy looks for itself when it becomes free
                scheduler.triggerCheckForDueExecutions();
            }
            return added;
        } catch (RuntimeException e) {
            waiting.remove(sequence.get());
            throw e;
        }
    }

    private void requireRoom() {
        if (waiting.size() >= settings.maxQueued()) {
            throw new SubmissionRefusedException(Reason.QUEUE_FULL);
        }
    }

    void workerTakesJob() {
        busy.incrementAndGet();
    }

    /** Lets a worker that has done its job look for another. */
    void workerIsFree() {
        busy.decrementAndGet();
        if (waiting.size() > 0) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    private static String requestId() {
        return Objects.requireNonNullElse(MDC.get(LogKeys.REQUEST), "");
    }

    /** Frees what workers of an earlier process had taken: this process is the only one, so they are gone. */
    void release() {
        jdbc.sql("update scheduled_tasks set picked = 0, picked_by = null, last_heartbeat = null where picked = 1")
                .update();
    }

    void resume() {
        scheduler.resume();
    }

    void pause() {
        scheduler.pause();
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
