package com.gammareplay.jobs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps jobs and their results, and moves jobs from state to state. */
@Component
class JobStore {

    private static final EnumSet<JobStatus> FINISHED = EnumSet.copyOf(
            Arrays.stream(JobStatus.values()).filter(JobStatus::isFinal).toList());

    private final JobRows rows;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final TransactionOperations reading;
    private final InstantSource clock;

    JobStore(JobRows rows, JdbcClient jdbc, Transactions transactions, InstantSource clock) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.transactions = transactions.writing();
        this.reading = transactions.reading();
        this.clock = clock;
    }

    Optional<Job> find(String id) {
        return rows.find(id);
    }

    List<Job> newest(long before, int limit) {
        return rows.newest(before, limit);
    }

    List<Long> queue() {
        return rows.queue();
    }

    int queuePosition(Job job) {
        return rows.queuePosition(job.sequence());
    }

    /** The job with its new attempt, empty if it is not to be run: finished, cancelled or gone. */
    Optional<Job> start(String id) {
        return Optional.ofNullable(transactions.execute(_ -> {
            var started = rows.start(id, now(), JobStatus.RUNNING.previous());
            if (started == 0) {
                rows.cancelled(id, JobStatus.CANCELLING, now());
                return null;
            }
            return rows.find(id).orElseThrow();
        }));
    }

    /** False if this attempt is not the one that runs, or not to run any longer. */
    boolean progress(Job job, JobProgress progress) {
        return rows.progress(
                        job.id(),
                        job.attempt(),
                        progress.sessionsDone(),
                        progress.sessionsTotal(),
                        progress.ticksDone(),
                        progress.ticksTotal(),
                        progress.session(),
                        progress.trades(),
                        progress.pnl())
                == 1;
    }

    /** Keeps a result and ends the job with it; a job that is being cancelled ends cancelled, without. */
    void succeed(Job job, JobDocuments documents, @Nullable JobProgress last) {
        transactions.executeWithoutResult(_ -> {
            if (last != null) {
                progress(job, last);
            }
            if (finish(job, JobStatus.SUCCEEDED, null, documents.headline())) {
                keep(job.id(), documents);
            }
        });
    }

    void fail(Job job, JobError error) {
        transactions.executeWithoutResult(_ -> finish(job, JobStatus.FAILED, error, null));
    }

    private boolean finish(Job job, JobStatus status, @Nullable JobError error, @Nullable String headline) {
        var changed = rows.finish(
                job.id(),
                job.attempt(),
                status,
                now(),
                error == null ? null : error.code(),
                error == null ? null : error.detail(),
                headline,
                status.previous());
        if (changed == 0) {
            rows.cancelled(job.id(), JobStatus.CANCELLING, now());
        }
        return changed == 1;
    }

    /** Ends a job whose worker saw that it is being cancelled. */
    void cancelled(Job job) {
        rows.cancelled(job.id(), JobStatus.CANCELLING, now());
    }

    /** Ends every job that was being cancelled: for a start, when none of them has a worker. */
    void endCancelling() {
        rows.cancelledAll(now());
    }

    /** Gives a running job back to the queue. */
    void putBack(Job job) {
        rows.move(job.id(), JobStatus.QUEUED, EnumSet.of(JobStatus.RUNNING));
    }

    /** Cancels a job that waits, asks one that runs to end, and leaves any other as it is. */
    Optional<Job> cancel(String id) {
        return Optional.ofNullable(transactions.execute(_ -> {
            if (rows.cancelled(id, JobStatus.QUEUED, now()) == 0) {
                rows.move(id, JobStatus.CANCELLING, EnumSet.of(JobStatus.RUNNING));
            }
            return rows.find(id).orElse(null);
        }));
    }

    /** Forgets a finished job with its result; false if it is not finished or not there. */
    boolean delete(String id) {
        return rows.delete(id, FINISHED) == 1;
    }

    /** A document of a job that has succeeded. */
    Optional<InputStream> document(String id, JobDocument document) {
        var found = reading.execute(_ -> jdbc.sql("select content from job_document where job_id = ? and kind = ?")
                .param(id)
                .param(document.name())
                .query((row, _) -> row.getBytes(1))
                .optional());
        return Optional.ofNullable(found).flatMap(bytes -> bytes).map(JobStore::plain);
    }

    private void keep(String id, JobDocuments documents) {
        documents
                .compressed()
                .forEach(
                        (kind, content) -> jdbc.sql("insert into job_document (job_id, kind, content) values (?, ?, ?)")
                                .param(id)
                                .param(kind.name())
                                .param(content)
                                .update());
    }

    private static InputStream plain(byte[] compressed) {
        try {
            return new GZIPInputStream(new ByteArrayInputStream(compressed), 1 << 13);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
