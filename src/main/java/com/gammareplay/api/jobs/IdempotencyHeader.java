package com.gammareplay.api.jobs;

import com.gammareplay.jobs.IdempotencyKey;
import com.gammareplay.requests.InvalidRequestException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The header that lets a caller submit again without harm. */
public final class IdempotencyHeader {

    public static final String NAME = "Idempotency-Key";
    static final String REPLAYED = "Idempotent-Replayed";

    private static final int MAX_LENGTH = 255;

    private IdempotencyHeader() {}

    /** The key, which is its caller's own: two callers may choose the same. */
    static @Nullable IdempotencyKey read(HttpServletRequest request) {
        var keys = Collections.list(request.getHeaders(NAME));
        if (keys.isEmpty()) {
            return null;
        }
        if (keys.size() > 1) {
            throw invalid("must be given once");
        }
        var key = keys.getFirst();
        if (key.isEmpty() || key.length() > MAX_LENGTH || !key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw invalid("must be 1 to " + MAX_LENGTH + " visible ASCII characters");
        }
        var caller = request.getUserPrincipal();
        return new IdempotencyKey(caller == null ? "" : caller.getName(), key);
    }

    private static InvalidRequestException invalid(String message) {
        return new InvalidRequestException(List.of(new InvalidRequestException.Problem("/" + NAME, message)));
    }
}
