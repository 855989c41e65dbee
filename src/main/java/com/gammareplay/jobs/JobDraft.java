package com.gammareplay.jobs;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A submission that may be accepted.
 *
 * @param callbackUrl who is told of its end, null if nobody
 * @param request the effective request as JSON
 * @param also writes what else belongs to the job, within the transaction that accepts it
 */
public record JobDraft(
        @Nullable String label, Tags tags, @Nullable CallbackUrl callbackUrl, String request, Consumer<Job> also) {}
