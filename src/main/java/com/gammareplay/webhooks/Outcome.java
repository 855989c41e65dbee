package com.gammareplay.webhooks;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of an attempt.
 *
 * @param status of the answer, if there was one
 * @param error why there was none
 * @param retryAfter how long the receiver wants not to be called
 */
record Outcome(
        @Nullable Integer status,
        @Nullable AttemptError error,
        @Nullable Duration retryAfter) {

    private static final int OK = 200;
    private static final int REDIRECT = 300;
    private static final int GONE = 410;

    static Outcome answered(int status, @Nullable Duration retryAfter) {
        return new Outcome(status, null, retryAfter);
    }

    static Outcome failed(AttemptError error) {
        return new Outcome(null, error, null);
    }

    boolean isDelivered() {
        return status != null && status >= OK && status < REDIRECT;
    }

    /** Whether the receiver wants to hear nothing more of this. */
    boolean isGone() {
        return status != null && status == GONE;
    }

    /** For the log. */
    String text() {
        return error == null ? "status " + status : error.code();
    }
}
