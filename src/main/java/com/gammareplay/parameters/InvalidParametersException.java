package com.gammareplay.parameters;

import java.util.List;
import java.util.stream.Collectors;

/** Parameters that the bot cannot take, the first {@link #MOST_PROBLEMS} of them named. */
public final class InvalidParametersException extends IllegalArgumentException {

    static final int MOST_PROBLEMS = 100;

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * One parameter that was not accepted.
     *
     * @param parameter the name as given
     * @param message what it must be
     */
    public record Problem(String parameter, String message) {}

    InvalidParametersException(List<Problem> problems) {
        super(problems.stream()
                .map(problem -> problem.parameter() + ": " + problem.message())
                .collect(Collectors.joining("; ")));
        this.problems = problems;
    }

    public List<Problem> problems() {
        return problems;
    }
}
