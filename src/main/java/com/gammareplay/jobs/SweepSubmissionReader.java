package com.gammareplay.jobs;

import com.gammareplay.replay.InvalidRequestException.Problem;
import com.gammareplay.replay.RawRequest;
import com.gammareplay.replay.sweep.RawSweep;
import com.gammareplay.replay.sweep.RawSweep.RawWalkForward;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads submissions of sweeps from JSON, as strictly as those of backtests. Thread-safe. */
public final class SweepSubmissionReader {

    private static final RawRequest NO_BASE = new RawRequest(null, null, null, null, null, null, null, null, null);

    private final SubmissionReader bases;

    public SweepSubmissionReader(SubmissionReader bases) {
        this.bases = bases;
    }

    /**
     * Reads a submission; what its requests mean is not looked at.
     *
     * @throws MalformedJsonException if it is no JSON
     * @throws com.gammareplay.replay.InvalidRequestException if it is no object
     */
    public SweepSubmission read(byte[] json) {
        var fields = new JsonFields(bases.tree(json));
        var problems = new ArrayList<Problem>();
        var base = base(fields, problems);
        var sweep = new RawSweep(
                base == null ? NO_BASE : base.request(),
                fields.values("grid"),
                fields.values("ranges"),
                fields.number("samples"),
                fields.number("seed"),
                walkForward(fields.object("walkForward"), problems));
        var label = fields.label("label");
        var tags = new Tags(fields.tags("tags"));
        problems.addAll(0, fields.problems());
        return base == null
                ? new SweepSubmission(sweep, label, tags, problems)
                : new SweepSubmission(
                        sweep,
                        label == null ? base.label() : label,
                        tags.values().isEmpty() ? base.tags() : tags,
                        problems);
    }

    private @Nullable Submission base(JsonFields fields, List<Problem> problems) {
        var node = fields.object("base");
        if (node == null) {
            problems.add(new Problem("/base", "must be given: the request of a backtest"));
            return null;
        }
        var base = bases.read(node);
        below("/base", base.problems(), problems);
        if (base.callbackUrl() != null) {
            problems.add(new Problem("/base/callbackUrl", "must be left out: nobody is told of the end of a sweep"));
        }
        return base;
    }

    private static @Nullable RawWalkForward walkForward(@Nullable JsonNode node, List<Problem> problems) {
        if (node == null) {
            return null;
        }
        var fields = new JsonFields(node);
        var walkForward = new RawWalkForward(
                fields.number("trainSessions"),
                fields.number("testSessions"),
                fields.number("step"),
                fields.text("objective"));
        below("/walkForward", fields.problems(), problems);
        return walkForward;
    }

    private static void below(String pointer, List<Problem> found, List<Problem> problems) {
        found.forEach(problem -> problems.add(new Problem(pointer + problem.pointer(), problem.message())));
    }
}
