package com.gammareplay.jobs.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** What the schedulers of db-scheduler have in common here. Each has a table of its own. */
public final class Schedulers {

    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final int MISSED_HEARTBEATS = 4;

    /**
     * A scheduler deletes what it does not know after this time, which it counts from when the work was due. Jobs are due
     * since 1970, so that by the usual two weeks another version of the service would delete at once what was accepted.
     */
    private static final Duration NEVER = Duration.ofDays(365_000);

    private Schedulers() {}

    /** A scheduler of one task, which takes part in transactions on the database. */
    public static SchedulerBuilder on(String table, DataSource database, Task<?> task) {
        return Scheduler.create(new TransactionAwareDataSourceProxy(database), task)
                .tableName(table)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .deleteUnresolvedAfter(NEVER)
                .alwaysPersistTimestampInUTC();
    }
}
