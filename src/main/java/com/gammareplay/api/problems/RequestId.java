package com.gammareplay.api.problems;

import com.gammareplay.jobs.LogKeys;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** By what a request is known in its answer and in the logs. */
public final class RequestId {

    /** The header by which clients may give it, and get it. */
    public static final String HEADER = "X-Request-Id";

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private RequestId() {}

    /** What the client sent if that can be repeated safely, else a new one. */
    public static String of(@Nullable String sent) {
        return sent != null && SAFE.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
    }

    /** That of the request that this thread serves, empty if it serves none. */
    static String current() {
        var id = MDC.get(LogKeys.REQUEST);
        return id == null ? "" : id;
    }
}
