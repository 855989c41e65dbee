package com.gammareplay.requests;

import org.jspecify.annotations.Nullable;

/**
 * What a client submits: a request that was checked, and what the client wants to remember with its job.
 *
 * @param json the request in effect, with every default filled in, as one JSON object that is accepted again
 * @param callbackUrl who is told of the end, null if nobody
 */
public record Submission<R>(
        R request,
        String json,
        @Nullable String label,
        Tags tags,
        @Nullable CallbackUrl callbackUrl) {}
