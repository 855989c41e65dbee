package com.gammareplay.cli;

import com.gammareplay.marketdata.sqlite.SyntheticRecordings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes a recording of a made-up market, for trials and benchmarks. */
@Command(
        name = "generate",
        description = "Makes a recording of a made-up market: same arguments, same bytes.",
        mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--output", paramLabel = "FILE", required = true, description = "The recording to write.")
    private Path output = Path.of("recording.db");

    @Option(
            names = "--start",
            paramLabel = "DATE",
            defaultValue = "2026-01-02",
            description = "First session, YYYY-MM-DD (default ${DEFAULT-VALUE}).")
    private LocalDate start = LocalDate.EPOCH;

    @Option(
            names = "--sessions",
            paramLabel = "N",
            defaultValue = "21",
            description = "Number of sessions (default ${DEFAULT-VALUE}).")
    private int sessions;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            defaultValue = "1",
            description = "Another seed, another market (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--replace", description = "Replace the file if it exists.")
    private boolean replace;

    @Override
    public Integer call() throws IOException {
        var command = Objects.requireNonNull(spec).commandLine();
        try {
            new SyntheticRecordings().write(output, replace, start, sessions, seed, (_, _) -> {});
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command, String.valueOf(e.getMessage()), e);
        }
        command.getOut().println(output + ": " + sessions + " sessions of a made-up market");
        command.getOut().flush();
        return ExitCode.OK;
    }
}
