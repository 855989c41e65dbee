package com.gammareplay.jobs;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A submission that may be accepted.
 *
 * @param request the effective request as JSON
 * @param also writes what else belongs to the job, within the transaction that accepts it
 */
public record JobDraft(@Nullable String label, Tags tags, String request, Consumer<Job> also) {}
