package com.gammareplay.jobs.store;

import com.gammareplay.jobs.Callbacks;
import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobError;
import com.gammareplay.jobs.JobProgress;
import com.gammareplay.jobs.JobResult;
import com.gammareplay.jobs.JobSettings;
import com.gammareplay.jobs.JobStatus;
import com.gammareplay.trading.Trade;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Moves jobs from state to state. */
@Component
public class JobStore {

    private final JobTable table;
    private final JobRows rows;
    private final JobTrades trades;
    private final Callbacks callbacks;
    private final TransactionOperations transactions;
    private final JobSettings settings;
    private final InstantSource clock;

    JobStore(
            JobTable table,
            JobRows rows,
            JobTrades trades,
            Callbacks callbacks,
            Transactions transactions,
            JobSettings settings,
            InstantSource clock) {
        this.table = table;
        this.rows = rows;
        this.trades = trades;
        this.callbacks = callbacks;
        this.transactions = transactions.writing();
        this.settings = settings;
        this.clock = clock;
    }

    /** A job by the id that clients know. */
    public Optional<Job> find(String id) {
        return table.find(id);
    }

    /** The job with its new attempt, empty if it is not to be run: finished, cancelled, tried too often or gone. */
    public Optional<Job> start(String id) {
        return transactions.execute(_ -> table.find(id).flatMap(this::begin));
    }

    private Optional<Job> begin(Job job) {
        var id = job.id();
        if (job.attempt() - job.excused() >= settings.maxAttempts()) {
            finish(job, JobStatus.FAILED, JobError.triedTooOften(settings.maxAttempts()), null);
        } else if (rows.start(id, clock.millis(), JobStatus.RUNNING.previous()) == 0) {
            endCancelled(id, JobStatus.CANCELLING);
        } else {
            trades.forget(id);
        }
        return table.find(id).filter(found -> found.status() == JobStatus.RUNNING);
    }

    /**
     * Writes how far an attempt is, with the trades that it has closed since; false if this attempt is not the one that
     * runs, or not to run any longer.
     *
     * @param before how many trades were written already
     */
    public boolean progress(Job job, JobProgress progress, int before, List<Trade> closed) {
        var json = trades.json(closed); // here, since others may have to write meanwhile
        return transactions.execute(_ -> {
            var isWritten = progress(job, progress);
            if (isWritten) {
                trades.add(job, before, json);
            }
            return isWritten;
        });
    }

    private boolean progress(Job job, JobProgress progress) {
        return rows.progress(
                        job.id(),
                        job.attempt(),
                        progress.sessionsDone(),
                        progress.sessionsTotal(),
                        progress.ticksDone(),
                        progress.ticksTotal(),
                        progress.session(),
                        progress.trades(),
                        progress.pnl(),
                        progress.progressAt().toEpochMilli())
                == 1;
    }

    /**
     * Keeps a result and ends the job with it; a job that is being cancelled ends cancelled, without.
     *
     * @return false if the result was not kept, since it is not wanted any more or another attempt's
     */
    public boolean succeed(Job job, JobResult result, @Nullable JobProgress last) {
        return transactions.execute(_ -> {
            if (last != null) {
                progress(job, last);
            }
            var isKept = finish(job, JobStatus.SUCCEEDED, null, result.headline());
            if (isKept) {
                result.keep().run();
                trades.forget(job.id());
            }
            return isKept;
        });
    }

    /** Ends a job without a result; one that is being cancelled ends cancelled. */
    public void fail(Job job, JobError error) {
        transactions.executeWithoutResult(_ -> finish(job, JobStatus.FAILED, error, null));
    }

    private boolean finish(Job job, JobStatus status, @Nullable JobError error, @Nullable String headline) {
        var changed = rows.finish(
                job.id(),
                job.attempt(),
                status,
                clock.millis(),
                error == null ? null : error.code(),
                error == null ? null : error.detail(),
                headline,
                status.previous());
        if (changed == 0) {
            endCancelled(job.id(), JobStatus.CANCELLING);
        } else {
            if (headline != null) {
                table.keepNumbers(job, headline);
            }
            tellOfEnd(job.id());
        }
        return changed == 1;
    }

    /** Within a transaction; false if the job is in another state. */
    boolean endCancelled(String id, JobStatus from) {
        var changed = rows.cancelled(id, from, clock.millis()) == 1;
        if (changed) {
            tellOfEnd(id);
        }
        return changed;
    }

    private void tellOfEnd(String id) {
        table.find(id).filter(job -> job.callbackUrl() != null).ifPresent(callbacks::ended);
    }

    /** Ends a job whose worker saw that it is being cancelled; false if it is not. */
    public boolean cancelled(Job job) {
        return transactions.execute(_ -> endCancelled(job.id(), JobStatus.CANCELLING));
    }

    /**
     * Gives a running job back to the queue, through no fault of its own; false if it was being cancelled, and now is.
     */
    public boolean putBack(Job job) {
        return putBack(job, 1);
    }

    /** As {@link #putBack(Job)}, but it may be that its next attempt will come no further, so they are numbered. */
    public boolean tryAgain(Job job) {
        return putBack(job, 0);
    }

    private boolean putBack(Job job, int excused) {
        var queued = rows.putBack(job.id(), job.attempt(), excused) == 1;
        if (!queued) {
            cancelled(job);
        }
        return queued;
    }

    /** Cancels a job that waits, asks one that runs to end, and leaves any other as it is. */
    public Optional<Job> cancel(String id) {
        return transactions.execute(_ -> {
            if (!endCancelled(id, JobStatus.QUEUED)) {
                rows.cancelling(id);
            }
            return table.find(id);
        });
    }

    /** Forgets a finished job with its result; false if it is not finished or not there. */
    public boolean delete(String id) {
        return rows.delete(id) == 1;
    }
}
