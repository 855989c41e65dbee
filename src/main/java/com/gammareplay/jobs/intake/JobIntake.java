package com.gammareplay.jobs.intake;

import com.gammareplay.jobs.Accepted;
import com.gammareplay.jobs.IdempotencyKey;
import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobKind;
import com.gammareplay.jobs.SubmissionRefusedException;
import com.gammareplay.jobs.SubmissionRefusedException.Reason;
import com.gammareplay.jobs.queue.JobQueue;
import com.gammareplay.jobs.store.IdempotencyKeys;
import com.gammareplay.jobs.store.JobStore;
import com.gammareplay.requests.Submission;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Accepts jobs, each submission with the same key once. Thread-safe. */
@Component
public class JobIntake {

    private final IdempotencyKeys keys;
    private final JobStore store;
    private final JobQueue queue;
    private final InstantSource clock;

    public JobIntake(IdempotencyKeys keys, JobStore store, JobQueue queue, InstantSource clock) {
        this.keys = keys;
        this.store = store;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * Accepts a job; once this returns, it survives a crash.
     *
     * @param body the submission as JSON
     * @param key by which the same submission gives the same job, if it has one
     * @param reader checks the body; it is not asked about one that was accepted before, which may be wrong by now
     * @param also writes what else belongs to the job, within the transaction that accepts it
     * @throws SubmissionRefusedException if it cannot be accepted though it is right
     */
    public <R> Accepted submit(
            JobKind kind,
            byte[] body,
            @Nullable IdempotencyKey key,
            Function<byte[], Submission<R>> reader,
            BiConsumer<Job, R> also) {
        if (key == null) {
            return accept(kind, reader.apply(body), also);
        }
        return keys.alone(
                key,
                () -> keys.jobOf(key, body)
                        .flatMap(store::find)
                        .map(job -> new Accepted(requireKind(job, kind), true))
                        .orElseGet(() ->
                                accept(kind, reader.apply(body), also.andThen((job, _) -> keys.keep(key, body, job)))));
    }

    private static Job requireKind(Job job, JobKind kind) {
        if (job.kind() != kind) {
            throw new SubmissionRefusedException(Reason.KEY_REUSED);
        }
        return job;
    }

    private <R> Accepted accept(JobKind kind, Submission<R> submission, BiConsumer<Job, R> also) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var job = Job.queued(UUID.randomUUID().toString(), kind, submission, now);
        return new Accepted(queue.add(job, added -> also.accept(added, submission.request())), false);
    }
}
