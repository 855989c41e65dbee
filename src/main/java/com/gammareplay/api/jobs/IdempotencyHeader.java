package com.gammareplay.api.jobs;

import com.gammareplay.jobs.IdempotencyKey;
import com.gammareplay.replay.InvalidRequestException;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The header that lets a caller submit again without harm. */
public final class IdempotencyHeader {

    public static final String NAME = "Idempotency-Key";
    static final String REPLAYED = "Idempotent-Replayed";

    private static final int MAX_LENGTH = 255;

    private IdempotencyHeader() {}

    /** The key, which is its caller's own: two callers may choose the same. */
    static @Nullable IdempotencyKey read(@Nullable String key, @Nullable Principal caller) {
        if (key == null) {
            return null;
        }
        if (key.isEmpty() || key.length() > MAX_LENGTH || !key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new InvalidRequestException(List.of(new InvalidRequestException.Problem(
                    "/" + NAME, "must be 1 to " + MAX_LENGTH + " visible ASCII characters")));
        }
        return new IdempotencyKey(caller == null ? "" : caller.getName(), key);
    }
}
