package com.gammareplay.jobs.store;

import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobError;
import com.gammareplay.jobs.JobStatus;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What becomes of jobs whose worker is gone, or could not write how they ended. */
@Component
public class LostJobs {

    private final JobStore store;
    private final JobRows rows;
    private final TransactionOperations transactions;

    LostJobs(JobStore store, JobRows rows, Transactions transactions) {
        this.store = store;
        this.rows = rows;
        this.transactions = transactions.writing();
    }

    /** For a start, when no job has a worker: ends those that were being cancelled, queues those that ran. */
    public void takeUp() {
        transactions.executeWithoutResult(_ -> {
            rows.cancelling().forEach(id -> store.endCancelled(id, JobStatus.CANCELLING));
            rows.running().forEach(this::died);
        });
    }

    /**
     * Notes that a worker died while it ran a job, which is queued again unless it takes workers with it.
     *
     * @param latest when the worker may have begun it at the latest; an attempt begun later is another's
     */
    public void died(String id, Instant latest) {
        transactions.executeWithoutResult(_ -> begun(id, latest).ifPresent(this::died));
    }

    private void died(Job job) {
        rows.died(job.id(), job.attempt());
        store.find(job.id())
                .filter(Job::isPoisonous)
                .ifPresent(found -> store.fail(found, JobError.poisonous(found.deaths())));
    }

    /** Puts a job back whose worker here could not write what became of it; {@code latest} as with one that died. */
    public void unwritten(String id, Instant latest) {
        begun(id, latest).ifPresent(store::putBack);
    }

    private Optional<Job> begun(String id, Instant latest) {
        return store.find(id)
                .filter(job -> job.status() == JobStatus.RUNNING)
                .filter(job -> job.startedAt() != null && !job.startedAt().isAfter(latest));
    }
}
