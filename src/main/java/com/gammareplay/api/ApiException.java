package com.gammareplay.api;

import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobKind;
import com.gammareplay.jobs.SubmissionRefusedException;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A call that cannot be served, for a reason of its own. */
final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final long SOON = 1;
    private static final long WHEN_FULL = 10;

    private final HttpStatus status;
    private final String code;

    private final @Nullable Long retryAfter;

    private ApiException(HttpStatus status, String code, String message, @Nullable Long retryAfter) {
        super(message);
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    static ApiException notFound(String what) {
        return new ApiException(HttpStatus.NOT_FOUND, "not-found", "There is no such " + what + ".", null);
    }

    static ApiException notFound(JobKind kind) {
        return notFound(noun(kind));
    }

    private static String noun(JobKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    static ApiException conflict(String code, String message) {
        return new ApiException(HttpStatus.CONFLICT, code, message, null);
    }

    static ApiException unreadable(String problem) {
        return conflict("dataset-unreadable", problem + ".");
    }

    static ApiException tooManyStreams() {
        return new ApiException(
                HttpStatus.SERVICE_UNAVAILABLE,
                "too-many-streams",
                "As many streams of events are open as may; try again later, or ask for the job from time to time.",
                WHEN_FULL);
    }

    /** A job that has not ended. */
    static ApiException notReady(Job job, long retryAfter) {
        var message = "The " + noun(job.kind()) + " is " + job.status() + "; it has no result yet.";
        return new ApiException(HttpStatus.CONFLICT, "result-not-ready", message, retryAfter);
    }

    /** A job that ended without a result. */
    static ApiException noResult(Job job) {
        return conflict("no-result", "The " + noun(job.kind()) + " ended " + job.status() + ", without a result.");
    }

    static ApiException notFinished(JobKind kind) {
        return conflict("not-finished", "The " + noun(kind) + " has not ended yet; cancel it first.");
    }

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

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }

    /** Seconds after which the same call may be served, if that is known. */
    OptionalLong retryAfter() {
        return retryAfter == null ? OptionalLong.empty() : OptionalLong.of(retryAfter);
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
