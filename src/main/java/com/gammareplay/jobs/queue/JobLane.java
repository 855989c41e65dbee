package com.gammareplay.jobs.queue;

import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobKind;
import com.gammareplay.jobs.replicas.Replicas;
import com.gammareplay.jobs.store.LostJobs;
import com.github.kagkarlsson.scheduler.CurrentlyExecuting;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The workers of one kind of jobs, and the table of db-scheduler in which their work waits. db-scheduler goes by time, so
 * that a job's time is its number as milliseconds since 1970: always due, and in the order of acceptance whatever the clock
 * does. A job keeps that time however often it is run. Thread-safe.
 */
final class JobLane {

    private static final Logger LOG = LoggerFactory.getLogger(JobLane.class);

    /** An attempt begun so long after a worker's last sign of life is not that worker's; less than dead ones are silent. */
    private static final Duration LATER_ATTEMPT = Duration.ofSeconds(6);

    private static final Duration SHUTDOWN = Duration.ofSeconds(3);

    private static final double LOWER_LIMIT = 0.5;
    /** As many as there are workers, since what they have chosen goes before a job that is put back meanwhile. */
    private static final double UPPER_LIMIT = 1;

    private final JobKind kind;
    private final String table;
    private final int workers;
    private final JobRunner runner;
    private final LostJobs lost;
    private final Replicas replicas;

    /** By it a process knows what it has begun itself. */
    private final String name = UUID.randomUUID().toString();

    private final AtomicInteger busy = new AtomicInteger();

    /** The data is the id of the request that the job came with, empty if there was none. */
    private final TaskDescriptor<String> task;

    private final Scheduler scheduler;

    JobLane(
            JobKind kind,
            String table,
            int workers,
            DataSource dataSource,
            Duration polling,
            Replicas replicas,
            JobRunner runner,
            LostJobs lost) {
        this.kind = kind;
        this.table = table;
        this.workers = workers;
        this.runner = runner;
        this.lost = lost;
        this.replicas = replicas;
        this.task = TaskDescriptor.of(kind.name().toLowerCase(Locale.ROOT), String.class);
        this.scheduler = Schedulers.on(table, dataSource, task())
                .schedulerName(new SchedulerName.Fixed(name))
                .threads(workers)
                .pollUsingFetch(LOWER_LIMIT, UPPER_LIMIT)
                .pollingInterval(polling)
                .shutdownMaxWait(SHUTDOWN)
                .addSchedulerListener(new Counting())
                .build();
    }

    private CustomTask<String> task() {
        return Tasks.custom(task)
                .onFailure(Outcome::afterRest)
                .onDeadExecution(this::dead)
                .execute((instance, _) -> runner.run(instance.getId(), instance.getData(), () -> isOurs(instance))
                        .handler());
    }

    /**
     * A worker is lost, unless it is one of ours: that could not say for a while that it lives, or it has done its work
     * and could not write so. Others are not judged while this process may itself have missed what they said. Whoever is
     * free takes the job at once: to notice a death takes up to twelve seconds, and the next look at the queue may be late.
     */
    private void dead(ExecutionComplete complete, ExecutionOperations<String> operations) {
        var execution = complete.getExecution();
        var latest = execution.lastHeartbeat.plus(LATER_ATTEMPT);
        if (name.equals(execution.pickedBy)) {
            if (isHere(execution.getId())) {
                return;
            }
            lost.unwritten(execution.getId(), latest);
        } else if (replicas.isSteady()) {
            lost.died(execution.getId(), latest);
        } else {
            return;
        }
        try {
            Outcome.inItsTurn(complete, operations);
        } catch (ExecutionException e) {
            LOG.debug("Another process was faster", e);
            return;
        }
        wake();
    }

    /** Whether a place is still held by this process: nobody else has taken it for dead. */
    private boolean isOurs(TaskInstanceId place) {
        return scheduler
                .getScheduledExecution(place)
                .filter(found -> name.equals(found.getPickedBy()))
                .isPresent();
    }

    private boolean isHere(String id) {
        return scheduler.getCurrentlyExecuting().stream()
                .anyMatch(execution -> execution.getTaskInstance().getId().equals(id));
    }

    /**
     * Counts busy workers. One that has done its job looks for another; while all are busy nobody need look, and what
     * would be found is kept in memory until one of them is free.
     */
    private final class Counting extends AbstractSchedulerListener {

        @Override
        public void onExecutionStart(CurrentlyExecuting execution) {
            busy.incrementAndGet();
        }

        @Override
        public void onExecutionComplete(ExecutionComplete complete) {
            busy.decrementAndGet();
            scheduler.triggerCheckForDueExecutions();
        }
    }

    JobKind kind() {
        return kind;
    }

    String table() {
        return table;
    }

    /** What the table has of who has taken a job, if it was one of these workers. */
    String name() {
        return name;
    }

    /** Gives a job its place, within the transaction that accepts it. */
    void add(Job job, String request) {
        scheduler.schedule(task.instance(job.id()).data(request).build(), Instant.ofEpochMilli(job.sequence()));
    }

    /** Lets a free worker look for work. */
    void wake() {
        if (busy.get() < workers) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    void resume() {
        if (!scheduler.getSchedulerState().isStarted()) {
            scheduler.start();
        }
        scheduler.resume();
    }

    void pause() {
        scheduler.pause();
    }

    boolean isStarted() {
        return scheduler.getSchedulerState().isStarted();
    }

    /** Called when the service ends. */
    void stop() {
        scheduler.stop();
    }
}
