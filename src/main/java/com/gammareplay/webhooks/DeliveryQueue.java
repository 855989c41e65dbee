package com.gammareplay.webhooks;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.gammareplay.jobs.queue.Schedulers;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.DbSchedulerException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The deliveries that wait for their time, apart from the jobs: neither ever waits for the other's workers. */
final class DeliveryQueue implements SmartLifecycle {

    private static final TaskDescriptor<Void> WEBHOOK = TaskDescriptor.of("webhook");
    private static final String TABLE = "webhook_task";
    private static final Duration POLLING = Duration.ofSeconds(1);
    private static final Duration SHUTDOWN = Duration.ofSeconds(1);
    private static final Duration STORAGE_RETRY = Duration.ofSeconds(30);
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Scheduler scheduler;
    private final boolean sends;
    private volatile boolean running;

    /** @param sends false if nothing can be signed; what is due then waits */
    DeliveryQueue(DataSource database, Deliverer deliverer, int threads, boolean sends) {
        this.sends = sends;
        this.scheduler = Schedulers.on(TABLE, database, task(deliverer))
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                .threads(threads)
                .executorService(threads(threads))
                .pollingInterval(POLLING)
                .shutdownMaxWait(SHUTDOWN)
                .build();
    }

    private CustomTask<Void> task(Deliverer deliverer) {
        return Tasks.custom(WEBHOOK)
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, complete.getTimeDone().plus(STORAGE_RETRY)))
                .execute((instance, _) -> deliverer
                        .attempt(instance.getId())
                        .map(DeliveryQueue::at)
                        .orElseGet(this::done));
    }

    /** Threads that go when there is nothing to send: most of the time there is little. */
    private static ExecutorService threads(int most) {
        var named = Thread.ofPlatform().name("webhook-", 1).factory();
        var threads = new ThreadPoolExecutor(most, most, IDLE.toSeconds(), SECONDS, new LinkedBlockingQueue<>(), named);
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    private static CompletionHandler<Void> at(Instant next) {
        return (complete, operations) -> operations.reschedule(complete, next);
    }

    /** Others may have waited for their turn at the same receiver. */
    private CompletionHandler<Void> done() {
        return (_, operations) -> {
            operations.remove();
            look();
        };
    }

    /**
     * Adds a delivery, within a transaction, and has it sent once that is committed.
     *
     * @throws DataAccessResourceFailureException if the database cannot be written, as the other tables have it
     */
    void add(String id, Instant due) {
        try {
            scheduler.schedule(WEBHOOK.instance(id).build(), due);
        } catch (DbSchedulerException e) {
            throw new DataAccessResourceFailureException("the queue of webhooks cannot be written", e);
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                look();
            }
        });
    }

    /** Sends what is due without waiting for the next look at the table. */
    void look() {
        if (running) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    @Override
    public void start() {
        if (sends) {
            scheduler.start();
            running = true;
        }
    }

    /** Attempts under way get a moment to end; the others are noted as interrupted and made again. */
    @Override
    public void stop() {
        running = false;
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
