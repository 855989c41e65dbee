package com.gammareplay.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The jobs that wait for a worker. */
@Component
class JobQueue {

    static final TaskDescriptor<Void> BACKTEST = TaskDescriptor.of("backtest");

    private final JobRows rows;
    private final Scheduler scheduler;
    private final JdbcClient jdbc;
    private final Transactions transactions;

    JobQueue(JobRows rows, Scheduler scheduler, JdbcClient jdbc, Transactions transactions) {
        this.rows = rows;
        this.scheduler = scheduler;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Writes the job and its place in the queue together, then wakes a worker. */
    Job add(Job job) {
        var added = transactions.writing().execute(_ -> {
            var saved = rows.save(job);
            scheduler.schedule(BACKTEST.instance(job.id()).build(), job.createdAt());
            return saved;
        });
        scheduler.triggerCheckForDueExecutions();
        return added;
    }

    /** Frees what workers of an earlier process had taken: this process is the only one, so they are gone. */
    void release() {
        jdbc.sql("update scheduled_tasks set picked = 0, picked_by = null, last_heartbeat = null where picked = 1")
                .update();
    }

    void pause() {
        scheduler.pause();
    }
}
