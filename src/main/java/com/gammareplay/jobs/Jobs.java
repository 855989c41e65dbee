package com.gammareplay.jobs;

import com.gammareplay.replay.Backtests;
import com.gammareplay.replay.InvalidRequestException;
import com.gammareplay.replay.InvalidRequestException.Problem;
import com.gammareplay.replay.ReplayRequest;
import com.gammareplay.report.ReportWriter;
import java.io.InputStream;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Backtests as jobs: accepts, shows, cancels and forgets them. Thread-safe. */
@Component
public class Jobs {

    private final Backtests backtests;
    private final ReportWriter writer;
    private final SubmissionReader reader;
    private final Callbacks callbacks;
    private final IdempotencyKeys keys;
    private final JobStore store;
    private final JobDocumentStore documents;
    private final JobList list;
    private final JobQueue queue;
    private final WaitingJobs waiting;
    private final RunningJobs running;
    private final InstantSource clock;

    Jobs(
            Backtests backtests,
            ReportWriter writer,
            SubmissionReader reader,
            Callbacks callbacks,
            IdempotencyKeys keys,
            JobStore store,
            JobDocumentStore documents,
            JobList list,
            JobQueue queue,
            WaitingJobs waiting,
            RunningJobs running,
            InstantSource clock) {
        this.backtests = backtests;
        this.writer = writer;
        this.reader = reader;
        this.callbacks = callbacks;
        this.keys = keys;
        this.store = store;
        this.documents = documents;
        this.list = list;
        this.queue = queue;
        this.waiting = waiting;
        this.running = running;
        this.clock = clock;
    }

    /**
     * Accepts a backtest; once this returns, the job survives a crash.
     *
     * @param body the submission as JSON
     * @param key by which the same submission gives the same job, if it has one
     * @throws MalformedJsonException if the body is no JSON
     * @throws com.gammareplay.replay.InvalidRequestException naming everything that is wrong
     * @throws SubmissionRefusedException if it cannot be accepted though it is right
     */
    public Accepted submit(byte[] body, @Nullable IdempotencyKey key) {
        return key == null ? new Accepted(accept(body, _ -> {}), false) : keys.alone(key, () -> submitOnce(body, key));
    }

    private Accepted submitOnce(byte[] body, IdempotencyKey key) {
        return keys.jobOf(key, body)
                .flatMap(store::find)
                .map(job -> new Accepted(job, true))
                .orElseGet(() -> new Accepted(accept(body, job -> keys.keep(key, body, job)), false));
    }

    private Job accept(byte[] body, Consumer<Job> also) {
        var submission = read(body);
        var request = writer.request(checked(submission));
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return queue.add(Job.queued(UUID.randomUUID().toString(), submission, request, now), also);
    }

    private Submission read(byte[] body) {
        var submission = reader.read(body);
        return Optional.ofNullable(submission.callbackUrl())
                .flatMap(callbacks::problem)
                .map(message -> submission.with(new Problem("/callbackUrl", message)))
                .orElse(submission);
    }

    private ReplayRequest checked(Submission submission) {
        List<Problem> problems;
        try {
            var request = backtests.read(submission.request());
            problems = submission.problems();
            if (problems.isEmpty()) {
                return request;
            }
        } catch (InvalidRequestException e) {
            problems = submission.problemsWith(e.problems());
        }
        throw new InvalidRequestException(problems);
    }

    /** The job of an id. */
    public Optional<Job> find(String id) {
        return store.find(id);
    }

    /** Up to {@code limit} jobs behind a position, or the first ones. */
    public List<ListedJob> list(JobFilter filter, JobSort sort, @Nullable JobPosition after, int limit) {
        return list.page(filter, sort, after, limit);
    }

    /** The place of a job among those that wait, from 1; empty if it does not wait. */
    public OptionalInt queuePosition(Job job) {
        return job.status() == JobStatus.QUEUED
                ? OptionalInt.of(waiting.position(job.sequence()))
                : OptionalInt.empty();
    }

    /** How the queue is. */
    public QueueState queue() {
        return queue.state();
    }

    /** Cancels a job: at once if it waits, soon if it runs, not at all if it has ended. The job as it is then. */
    public Optional<Job> cancel(String id) {
        var job = store.cancel(id);
        if (job.map(Job::status).filter(JobStatus.CANCELLING::equals).isPresent()) {
            running.cancel(id);
        }
        return job;
    }

    /** Forgets a finished job and its result; false if it is not finished or not there. */
    public boolean delete(String id) {
        return store.delete(id);
    }

    /** A document of a job that has succeeded. */
    public Optional<InputStream> document(String id, JobDocument document) {
        return documents.find(id, document);
    }
}
