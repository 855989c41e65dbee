package com.gammareplay.jobs.queue;

import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.LogKeys;
import com.gammareplay.jobs.queue.Quarantine.Permit;
import com.gammareplay.jobs.store.JobStore;
import com.gammareplay.jobs.store.Transactions;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Gives a job that a worker has taken its turn, and says what is to become of its place in the queue. */
@Component
class JobRunner {

    private final JobStore store;
    private final RunningJobs running;
    private final Quarantine quarantine;
    private final JobAttempts attempts;
    private final Transactions transactions;

    JobRunner(
            JobStore store,
            RunningJobs running,
            Quarantine quarantine,
            JobAttempts attempts,
            Transactions transactions) {
        this.store = store;
        this.running = running;
        this.quarantine = quarantine;
        this.attempts = attempts;
        this.transactions = transactions;
    }

    /**
     * Runs a job to its end, if it has not ended.
     *
     * @param request id of the request that the job came with, for the logs
     * @param isOurs whether its place in the queue is still this process's
     */
    Outcome run(String id, @Nullable String request, BooleanSupplier isOurs) {
        try (var _ = MDC.putCloseable(LogKeys.JOB, id);
                var _ = MDC.putCloseable(LogKeys.REQUEST, request == null ? "" : request)) {
            var job = store.find(id);
            return job.isEmpty() ? Outcome.DONE : kept(run(job.get(), isOurs), id);
        } catch (InterruptedException _) { // the service stops
            Thread.currentThread().interrupt();
            return Outcome.PUT_BACK;
        }
    }

    /** A job that has not ended keeps its place, whoever runs it by now, for without one nobody would. */
    private Outcome kept(Outcome outcome, String id) {
        var isOver = outcome != Outcome.DONE
                || store.find(id).filter(job -> !job.status().isFinal()).isEmpty();
        return isOver ? outcome : Outcome.LOST;
    }

    private Outcome run(Job job, BooleanSupplier isOurs) throws InterruptedException {
        try (var permit = quarantine.enter(job)) {
            if (running.contains(job.id())) {
                return Outcome.LATER;
            }
            if (running.isStopping()) {
                return Outcome.PUT_BACK; // the scheduler had picked it already, but it has not begun
            }
            return start(job, isOurs, permit).get();
        }
    }

    /**
     * Begins the next attempt and gives what is to be done then; unless another process has taken the job's place in the
     * queue, as this one stood still between taking it and now: that is looked at last, within a transaction that does not
     * outlive a pause.
     */
    private Supplier<Outcome> start(Job job, BooleanSupplier isOurs, Permit permit) {
        return transactions.writing().execute(transaction -> {
            var started = store.start(job.id());
            if (!isOurs.getAsBoolean()) {
                transaction.setRollbackOnly();
                return () -> Outcome.LOST;
            }
            return () -> started.map(next -> attempts.make(next, permit)).orElse(Outcome.DONE);
        });
    }
}
