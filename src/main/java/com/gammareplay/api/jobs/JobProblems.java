package com.gammareplay.api.jobs;

import com.gammareplay.api.problems.ApiException;
import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobKind;
import com.gammareplay.jobs.SubmissionRefusedException;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Why a call about a job cannot be served. */
public final class JobProblems {

    private static final long SOON = 1;
    private static final long WHEN_FULL = 10;

    private JobProblems() {}

    /** There is no such job. */
    public static ApiException notFound(JobKind kind) {
        return ApiException.notFound(noun(kind));
    }

    /** A job that is to be forgotten before it has ended. */
    static ApiException notFinished(JobKind kind) {
        return ApiException.conflict("not-finished", "The " + noun(kind) + " has not ended yet; cancel it first.");
    }

    /** A job that has no result yet, and may have one after some seconds. */
    static ApiException notReady(Job job, long retryAfter) {
        var message = "The " + noun(job.kind()) + " is " + job.status() + "; it has no result yet.";
        return new ApiException(HttpStatus.CONFLICT, "result-not-ready", message, retryAfter);
    }

    /** A job that ended without a result. */
    static ApiException noResult(Job job) {
        return ApiException.conflict(
                "no-result", "The " + noun(job.kind()) + " ended " + job.status() + ", without a result.");
    }

    /** A submission that is not accepted though it is right. */
    static ApiException of(SubmissionRefusedException refusal) {
        return switch (refusal.reason()) {
            case QUEUE_FULL ->
                new ApiException(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "queue-full",
                        "As many jobs wait as may; try again later.",
                        WHEN_FULL);
            case KEY_REUSED ->
                new ApiException(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "idempotency-key-reused",
                        "The Idempotency-Key came with another body before.",
                        null);
            case KEY_IN_USE ->
                new ApiException(
                        HttpStatus.CONFLICT,
                        "idempotency-key-in-use",
                        "Another request with this Idempotency-Key is being accepted.",
                        SOON);
        };
    }

    private static String noun(JobKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
