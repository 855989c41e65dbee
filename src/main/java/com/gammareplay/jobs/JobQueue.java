package com.gammareplay.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.util.Objects;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The jobs that wait for a worker. */
@Component
class JobQueue {

    /** Its data is the id of the request that the job came with, empty if there was none. */
    static final TaskDescriptor<String> BACKTEST = TaskDescriptor.of("backtest", String.class);

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
            scheduler.schedule(BACKTEST.instance(job.id()).data(requestId()).build(), job.createdAt());
            return saved;
        });
        scheduler.triggerCheckForDueExecutions();
        return added;
    }

    private static String requestId() {
        return Objects.requireNonNullElse(MDC.get(LogKeys.REQUEST), "");
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
