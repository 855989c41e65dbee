package com.gammareplay.replay;

import java.util.List;
import java.util.stream.Collectors;

/** A request that cannot be replayed, with everything that is wrong with it. */
public final class InvalidRequestException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * One thing that is wrong.
     *
     * @param pointer JSON pointer (RFC 6901) to it in the request
     * @param message what it must be
     */
    public record Problem(String pointer, String message) {}

    public InvalidRequestException(List<Problem> problems) {
        super(problems.stream()
                .map(problem -> problem.pointer() + " " + problem.message())
                .collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
