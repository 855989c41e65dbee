package com.gammareplay.cli;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.marketdata.sqlite.SyntheticRecordings;
import java.io.IOException;
import java.math.BigInteger;
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
    private BigInteger sessions = BigInteger.ZERO;

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
        var last = lastSession();
        Outputs.checked(command, output, replace);
        var count = sessions.intValueExact();
        try (var progress = ProgressLine.of(output.getFileName().toString(), "sessions", command.getErr())) {
            progress.step(0, count);
            new SyntheticRecordings().write(output, replace, start, count, seed, progress::step);
        }
        command.getOut()
                .println(output + ": " + count + (count == 1 ? " session" : " sessions")
                        + " of a made-up market, up to " + last);
        command.getOut().flush();
        return ExitCode.OK;
    }

    private LocalDate lastSession() {
        if (!ExchangeCalendar.covers(start)) {
            throw wrong("--start: must be from " + ExchangeCalendar.FIRST + " to " + ExchangeCalendar.LAST
                    + ", which the exchange calendar covers, was " + start);
        }
        var possible = new ExchangeCalendar().sessions(start, ExchangeCalendar.LAST);
        if (sessions.signum() < 1 || sessions.compareTo(BigInteger.valueOf(possible.size())) > 0) {
            throw wrong("--sessions: must be from 1 to " + possible.size() + ", for the exchange calendar ends on "
                    + ExchangeCalendar.LAST + ", was " + sessions);
        }
        return possible.get(sessions.intValueExact() - 1).date();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }
}
