package com.gammareplay.jobs;

import com.gammareplay.requests.CallbackUrl;
import com.gammareplay.requests.Submission;
import com.gammareplay.requests.Tags;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A backtest or a sweep that was asked for, as its row has it.
 *
 * @param number order of acceptance, given by the database
 * @param id what clients know it by
 * @param callbackUrl who is told of its end, if anybody
 * @param request the effective request as JSON
 * @param startedAt when its last attempt began
 * @param attempt how often a worker has begun it
 * @param deaths how many workers died while they ran it, since it last came further
 * @param excused how many attempts do not count, since it came further in them or was put back without being to blame
 * @param headline the headline numbers as JSON, once it has succeeded
 */
@Table("job")
public record Job(
        @Id @Nullable Long number,
        String id,
        JobKind kind,
        JobStatus status,
        @Nullable String label,
        Tags tags,
        @Nullable CallbackUrl callbackUrl,
        String request,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        int attempt,
        int deaths,
        int excused,
        @Nullable JobProgress progress,
        @Nullable JobError error,
        @Nullable String headline) {

    private static final int DEATHS_TO_RUN_ALONE = 2;
    private static final int DEATHS_ALONE_TO_FAIL = 3;

    /** A job that is about to be accepted; the database gives it its number. */
    public static Job queued(String id, JobKind kind, Submission<?> submission, Instant now) {
        return new Job(
                null,
                id,
                kind,
                JobStatus.QUEUED,
                submission.label(),
                submission.tags(),
                submission.callbackUrl(),
                submission.json(),
                now,
                null,
                null,
                0,
                0,
                0,
                null,
                null,
                null);
    }

    /** The same job, its request written in another way. */
    public Job with(String otherRequest) {
        return new Job(
                number,
                id,
                kind,
                status,
                label,
                tags,
                callbackUrl,
                otherRequest,
                createdAt,
                startedAt,
                finishedAt,
                attempt,
                deaths,
                excused,
                progress,
                error,
                headline);
    }

    /** Whether it has cost workers their lives, so that it runs when nothing else runs in its process. */
    public boolean mustRunAlone() {
        return deaths >= DEATHS_TO_RUN_ALONE;
    }

    /** Whether it is too suspect to be tried once more: it ran alone when it took its last workers with it. */
    public boolean isPoisonous() {
        return deaths >= DEATHS_TO_RUN_ALONE + DEATHS_ALONE_TO_FAIL;
    }

    /** The order of acceptance of a job that is in the table. */
    public long sequence() {
        if (number == null) {
            throw new IllegalStateException("job " + id + " is not in the table yet");
        }
        return number;
    }
}
