package com.gammareplay.jobs;

import com.gammareplay.replay.RawRequest;
import org.jspecify.annotations.Nullable;

/** What a client submits: a request for a replay, and what it wants to remember with the job. */
public record Submission(RawRequest request, @Nullable String label, Tags tags) {}
