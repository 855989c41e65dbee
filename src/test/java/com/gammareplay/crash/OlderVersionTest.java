package com.gammareplay.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.jobs.queue.Schedulers;
import com.gammareplay.testing.Patience;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Replicas beside one of a later version, which knows more than they do. */
@Tag("trial")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OlderVersionTest {

    private static final int CHECKS = 4;
    private static final List<String> QUEUES = List.of("scheduled_tasks", "scheduled_sweeps", "webhook_task");

    private final Cluster cluster = Cluster.shared();

    @Test
    void what_a_later_version_queued_is_left_to_it() {
        for (var queue : QUEUES) {
            cluster.database()
                    .sql("insert into " + queue + " (task_name, task_instance, execution_time, picked, version)"
                            + " values ('later', 'one', '1970-01-01T00:00:00Z', false, 1)")
                    .update();
        }
        awaitChecks();
        cluster.requireEndedOnce(cluster.submitTo(cluster.first(), Caller.BACKTESTS, Cluster.SHORT_BACKTEST), 1);

        for (var queue : QUEUES) {
            var left = "delete from " + queue + " where task_name = 'later'";
            assertThat(cluster.database().sql(left).update()).as(queue).isEqualTo(1);
        }
    }

    /** Until another scheduler, which goes at the pace of the replicas', has looked some times for what it does not know. */
    private void awaitChecks() {
        var checks = new AtomicInteger();
        var task = Tasks.custom(TaskDescriptor.of("earlier")).execute((_, _) -> (_, operations) -> operations.remove());
        var scheduler = Schedulers.on(QUEUES.getFirst(), cluster.dataSource(), task)
                .addSchedulerListener(new AbstractSchedulerListener() {
                    @Override
                    public void onSchedulerEvent(SchedulerEventType type) {
                        if (type == SchedulerEventType.RAN_DETECT_DEAD) {
                            checks.incrementAndGet();
                        }
                    }
                })
                .build();
        scheduler.start();
        Caller.await("it has looked", Patience.LIMIT, () -> checks.get() >= CHECKS);
        scheduler.stop();
    }

    @Test
    void a_schema_of_a_later_version_is_no_reason_not_to_start() {
        cluster.database().sql("""
                        insert into flyway_schema_history
                        (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                        values (999, '999', 'later', 'SQL', 'V999__later.sql', 1, 'postgres', 1, true)""").update();
        cluster.first().process().stop();
        cluster.first().start();
        cluster.first().awaitReady();
        cluster.requireEndedOnce(cluster.submitTo(cluster.first(), Caller.BACKTESTS, Cluster.SHORT_BACKTEST), 1);
        cluster.database()
                .sql("delete from flyway_schema_history where installed_rank = 999")
                .update();
    }
}
