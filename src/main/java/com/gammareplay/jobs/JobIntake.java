package com.gammareplay.jobs;

import com.gammareplay.jobs.SubmissionRefusedException.Reason;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Consumer;
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

    JobIntake(IdempotencyKeys keys, JobStore store, JobQueue queue, InstantSource clock) {
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
     * @param reader checks the body
     * @throws SubmissionRefusedException if it cannot be accepted though it is right
     */
    public Accepted submit(JobKind kind, byte[] body, @Nullable IdempotencyKey key, Function<byte[], JobDraft> reader) {
        if (key == null) {
            return new Accepted(accept(kind, reader.apply(body), _ -> {}), false);
        }
        return keys.alone(
                key,
                () -> keys.jobOf(key, body)
                        .flatMap(store::find)
                        .map(job -> new Accepted(requireKind(job, kind), true))
                        .orElseGet(() -> new Accepted(
                                accept(kind, reader.apply(body), job -> keys.keep(key, body, job)), false)));
    }

    private static Job requireKind(Job job, JobKind kind) {
        if (job.kind() != kind) {
            throw new SubmissionRefusedException(Reason.KEY_REUSED);
        }
        return job;
    }

    private Job accept(JobKind kind, JobDraft draft, Consumer<Job> also) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var job = Job.queued(UUID.randomUUID().toString(), kind, draft, now);
        return queue.add(job, draft.also().andThen(also));
    }
}
