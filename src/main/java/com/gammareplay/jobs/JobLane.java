package com.gammareplay.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** The workers of one kind of jobs, and the table of db-scheduler in which their work waits. Thread-safe. */
final class JobLane {

    private final Scheduler scheduler;
    private final TaskDescriptor<String> task;
    private final WaitingJobs line;
    private final int workers;
    private final AtomicInteger busy = new AtomicInteger();

    JobLane(Scheduler scheduler, TaskDescriptor<String> task, WaitingJobs line, int workers) {
        this.scheduler = scheduler;
        this.task = task;
        this.line = line;
        this.workers = workers;
    }

    /** Gives a job its place, within the transaction that accepts it. */
    void schedule(String id, String request, Instant due) {
        scheduler.schedule(task.instance(id).data(request).build(), due);
    }

    /** Lets a free worker look for work; one that is busy looks for itself when it becomes free. */
    void wake() {
        if (busy.get() < workers) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    void workerTakesJob() {
        busy.incrementAndGet();
    }

    /** Lets a worker that has done its job look for another. */
    void workerIsFree() {
        busy.decrementAndGet();
        if (line.size() > 0) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    void resume() {
        scheduler.resume();
    }

    void pause() {
        scheduler.pause();
    }
}
