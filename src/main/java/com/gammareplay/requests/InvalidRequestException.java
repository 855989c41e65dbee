package com.gammareplay.requests;

import java.util.List;
import java.util.stream.Collectors;

/** A request that cannot be replayed, with everything that is wrong with it, as far as one wants to read. */
public final class InvalidRequestException extends IllegalArgumentException {

    /** Most problems that are named. */
    public static final int MOST_PROBLEMS = 100;

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * One thing that is wrong.
     *
     * @param pointer JSON pointer (RFC 6901) to it in the request
     * @param message what it must be
     */
    public record Problem(String pointer, String message) {}

    /** Names the first {@link #MOST_PROBLEMS} of these. */
    public InvalidRequestException(List<Problem> problems) {
        super(problems.stream()
                .limit(MOST_PROBLEMS)
                .map(problem -> problem.pointer() + " " + problem.message())
                .collect(Collectors.joining("; ")));
        this.problems = problems.stream().limit(MOST_PROBLEMS).toList();
    }

    public List<Problem> problems() {
        return problems;
    }
}
