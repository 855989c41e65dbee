package com.gammareplay.jobs;

import com.gammareplay.replay.InvalidRequestException;
import com.gammareplay.replay.InvalidRequestException.Problem;
import com.gammareplay.replay.RawRequest;
import java.util.List;

/** Reads requests about paper sessions from JSON, as strictly as submissions of backtests. Thread-safe. */
public final class PaperSubmissionReader {

    private static final String PAPER_SESSION = "paperSession";

    private final SubmissionReader json;

    public PaperSubmissionReader(SubmissionReader json) {
        this.json = json;
    }

    /**
     * Reads a submission; what it means is not looked at.
     *
     * @throws MalformedJsonException if it is no JSON
     * @throws InvalidRequestException if it is no object
     */
    public PaperSubmission read(byte[] body) {
        var fields = new JsonFields(json.tree(body));
        return new PaperSubmission(
                fields.text("source"),
                fields.text("date"),
                new RawRequest(
                        null,
                        null,
                        fields.texts("indices"),
                        null,
                        null,
                        fields.text("preset"),
                        fields.values("parameters"),
                        fields.number("startingBalance"),
                        null),
                fields.numbers("earlierPnl"),
                fields.number("speed"),
                fields.label("label"),
                fields.problems());
    }

    /**
     * Reads which paper session is meant.
     *
     * @throws MalformedJsonException if it is no JSON
     * @throws InvalidRequestException if it says anything else
     */
    public String readId(byte[] body) {
        var fields = new JsonFields(json.tree(body));
        var id = fields.text(PAPER_SESSION);
        var problems = fields.problems();
        if (id == null && problems.isEmpty()) {
            problems = List.of(new Problem("/" + PAPER_SESSION, "must be given: the id of a paper session"));
        }
        if (id == null || !problems.isEmpty()) {
            throw new InvalidRequestException(problems);
        }
        return id;
    }
}
