package com.gammareplay.api.problems;

import com.gammareplay.api.problems.Problem.Detail;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A call that cannot be served, for a reason of its own. */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;

    private final @Nullable Long retryAfter;
    private final transient List<Detail> details;

    /**
     * A problem to answer with.
     *
     * @param code the kind of problem for programs
     * @param message this problem in words
     * @param retryAfter seconds after which the same call may be served, null if that is not known
     */
    public ApiException(HttpStatus status, String code, String message, @Nullable Long retryAfter) {
        this(status, code, message, retryAfter, List.of());
    }

    private ApiException(
            HttpStatus status, String code, String message, @Nullable Long retryAfter, List<Detail> details) {
        super(message);
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
        this.details = details;
    }

    /** The same problem with what a field of the request names. */
    public ApiException at(String field) {
        return new ApiException(status, code, text(), retryAfter, List.of(new Detail(field, text())));
    }

    /** The same problem with what another one says of fields. */
    public ApiException and(ApiException other) {
        var all = Stream.concat(details.stream(), other.details.stream()).toList();
        return new ApiException(status, code, text(), retryAfter, all);
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

    List<Detail> details() {
        return details;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
