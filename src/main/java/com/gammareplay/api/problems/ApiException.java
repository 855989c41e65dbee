package com.gammareplay.api.problems;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A call that cannot be served, for a reason of its own. */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;

    private final @Nullable Long retryAfter;

    /**
     * A problem to answer with.
     *
     * @param code the kind of problem for programs
     * @param message this problem in words
     * @param retryAfter seconds after which the same call may be served, null if that is not known
     */
    public ApiException(HttpStatus status, String code, String message, @Nullable Long retryAfter) {
        super(message);
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    /** What was asked for is not there. */
    public static ApiException notFound(String what) {
        return new ApiException(HttpStatus.NOT_FOUND, "not-found", "There is no such " + what + ".", null);
    }

    /** What was asked for cannot be done with it as it is. */
    public static ApiException conflict(String code, String message) {
        return new ApiException(HttpStatus.CONFLICT, code, message, null);
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }

    OptionalLong retryAfter() {
        return retryAfter == null ? OptionalLong.empty() : OptionalLong.of(retryAfter);
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
