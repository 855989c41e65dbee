package com.gammareplay.jobs;

import com.gammareplay.replay.InvalidRequestException.Problem;
import com.gammareplay.replay.sweep.RawSweep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client submits: a request for a sweep, and what it wants to remember with the job.
 *
 * @param problems fields that are unknown or of the wrong type; they count as not given
 */
public record SweepSubmission(RawSweep sweep, @Nullable String label, Tags tags, List<Problem> problems) {

    public SweepSubmission {
        problems = List.copyOf(problems);
    }
}
