package com.gammareplay.jobs;

import com.gammareplay.replay.InvalidRequestException.Problem;
import com.gammareplay.replay.RawRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client submits: a request for a replay, and what it wants to remember with the job.
 *
 * @param problems fields that are unknown or of the wrong type; they count as not given
 */
public record Submission(
        RawRequest request,
        @Nullable String label,
        Tags tags,
        @Nullable CallbackUrl callbackUrl,
        List<Problem> problems) {

    public Submission {
        problems = List.copyOf(problems);
    }

    /** The same with one more problem. */
    Submission with(Problem problem) {
        var all = new ArrayList<>(problems);
        all.add(problem);
        return new Submission(request, label, tags, callbackUrl, all);
    }

    /** The problems of the fields, and those others that lie elsewhere. */
    List<Problem> problemsWith(List<Problem> others) {
        var all = new ArrayList<>(problems);
        for (var other : others) {
            if (problems.stream().noneMatch(problem -> problem.pointer().equals(other.pointer()))) {
                all.add(other);
            }
        }
        return all;
    }
}
