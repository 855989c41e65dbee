package com.gammareplay.jobs.intake;

import com.gammareplay.jobs.Accepted;
import com.gammareplay.jobs.IdempotencyKey;
import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobDocument;
import com.gammareplay.jobs.JobFilter;
import com.gammareplay.jobs.JobKind;
import com.gammareplay.jobs.JobPosition;
import com.gammareplay.jobs.JobSort;
import com.gammareplay.jobs.JobStatus;
import com.gammareplay.jobs.ListedJob;
import com.gammareplay.jobs.QueueState;
import com.gammareplay.jobs.SubmissionRefusedException;
import com.gammareplay.jobs.queue.JobQueue;
import com.gammareplay.jobs.queue.RunningJobs;
import com.gammareplay.jobs.store.JobDocumentStore;
import com.gammareplay.jobs.store.JobList;
import com.gammareplay.jobs.store.JobStore;
import com.gammareplay.jobs.store.JobTable;
import com.gammareplay.jobs.store.TrialLedger;
import com.gammareplay.requests.BacktestReader;
import com.gammareplay.requests.MalformedJsonException;
import com.gammareplay.statistics.Trials;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Backtests as jobs: accepts, shows, cancels and forgets them; the last three for sweeps too. Thread-safe. */
@Component
public class Jobs {

    private final BacktestReader reader;
    private final JobIntake intake;
    private final JobStore store;
    private final JobTable table;
    private final JobDocumentStore documents;
    private final TrialLedger trials;
    private final JobList list;
    private final JobQueue queue;
    private final RunningJobs running;

    Jobs(
            BacktestReader reader,
            JobIntake intake,
            JobStore store,
            JobTable table,
            JobDocumentStore documents,
            TrialLedger trials,
            JobList list,
            JobQueue queue,
            RunningJobs running) {
        this.reader = reader;
        this.intake = intake;
        this.store = store;
        this.table = table;
        this.documents = documents;
        this.trials = trials;
        this.list = list;
        this.queue = queue;
        this.running = running;
    }

    /**
     * Accepts a backtest; once this returns, the job survives a crash.
     *
     * @param body the submission as JSON
     * @param key by which the same submission gives the same job, if it has one
     * @throws MalformedJsonException if the body is no JSON
     * @throws com.gammareplay.requests.InvalidRequestException naming everything that is wrong
     * @throws SubmissionRefusedException if it cannot be accepted though it is right
     */
    public Accepted submit(byte[] body, @Nullable IdempotencyKey key) {
        return intake.submit(JobKind.BACKTEST, body, key, reader::read, (_, _) -> {});
    }

    /** The job of a kind and an id. */
    public Optional<Job> find(JobKind kind, String id) {
        return store.find(id).filter(job -> job.kind() == kind);
    }

    /** Up to {@code limit} jobs behind a position, or the first ones. */
    public List<ListedJob> list(JobFilter filter, JobSort sort, @Nullable JobPosition after, int limit) {
        return list.page(filter, sort, after, limit);
    }

    /** The place of a job among those of its kind that wait, from 1; empty if it does not wait. */
    public OptionalInt queuePosition(Job job) {
        return job.status() == JobStatus.QUEUED ? OptionalInt.of(table.waitingBefore(job) + 1) : OptionalInt.empty();
    }

    /** True while this process replays a job. */
    public boolean isBusy() {
        return running.isBusy();
    }

    /** How the queue is. */
    public QueueState queue() {
        return queue.state();
    }

    /** Cancels a job: at once if it waits, soon if it runs, not at all if it has ended. The job as it is then. */
    public Optional<Job> cancel(JobKind kind, String id) {
        var job = find(kind, id).flatMap(found -> store.cancel(found.id()));
        running.look();
        return job;
    }

    /** Forgets a finished job and its result; false if it is not finished or not there. */
    public boolean delete(JobKind kind, String id) {
        return find(kind, id).filter(job -> store.delete(job.id())).isPresent();
    }

    /** A document of a job that has succeeded. */
    public Optional<InputStream> document(String id, JobDocument document) {
        return documents.find(id, document);
    }

    /** The combinations tried so far, by all jobs that have succeeded, on the rows of a digest. */
    public Trials tried(String data) {
        return trials.on(data);
    }
}
