package com.gammareplay.cli;

import com.gammareplay.requests.InvalidRequestException;
import com.gammareplay.requests.InvalidRequestException.Problem;
import com.gammareplay.requests.RawRequest;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Tells what is wrong with a request by the options that were typed. */
final class Mistakes {

    private static final String PARAMETERS = "/parameters/";
    private static final String INDICES = "/indices/";
    /** The options of a request's fields, by their JSON pointers. */
    private static final Map<String, String> OPTIONS = Map.of(
            "/dataset", "--dataset",
            "/databaseZone", "--database-zone",
            "/indices", "--index",
            "/from", "--start",
            "/to", "--end",
            "/preset", "--preset",
            "/startingBalance", "--balance",
            "/requireCoverage", "--require-coverage");

    private final RawRequest request;
    private final Path folder;

    /** @param folder in which the recordings were looked for */
    Mistakes(RawRequest request, Path folder) {
        this.request = request;
        this.folder = folder;
    }

    /** All that is wrong with it, a line each. */
    ParameterException told(CommandLine command, InvalidRequestException mistakes) {
        var lines = mistakes.problems().stream().map(this::line).collect(Collectors.joining(System.lineSeparator()));
        return new ParameterException(command, lines, mistakes);
    }

    private String line(Problem problem) {
        var pointer = problem.pointer();
        if (pointer.startsWith(PARAMETERS)) {
            var name = pointer.substring(PARAMETERS.length()).replace("~1", "/").replace("~0", "~");
            return "--param " + Values.shown(name) + ": " + option(name).orElse(problem.message());
        }
        if (pointer.startsWith(INDICES) && request.indices() != null) {
            var place = Integer.parseInt(pointer.substring(INDICES.length()));
            return "--index " + Values.shown(String.valueOf(request.indices().get(place))) + ": " + problem.message();
        }
        var line = OPTIONS.getOrDefault(pointer, pointer) + typed(pointer) + ": " + problem.message();
        return pointer.equals("/dataset") ? line + " (looked into " + folder + ")" : line;
    }

    /** Dates and datasets are named by the message. */
    private String typed(String pointer) {
        Object value = switch (pointer) {
            case "/databaseZone" -> request.databaseZone();
            case "/preset" -> request.preset();
            case "/startingBalance" -> request.startingBalance();
            case "/requireCoverage" -> request.requireCoverage();
            default -> null;
        };
        return value == null ? "" : " " + Values.shown(value.toString());
    }

    /** What to write for a field of the request that was taken for a parameter. */
    private static Optional<String> option(String name) {
        return RawRequest.mistakenParameter(name)
                .map(_ -> OPTIONS.get("/" + name))
                .map(option -> "write " + option);
    }
}
