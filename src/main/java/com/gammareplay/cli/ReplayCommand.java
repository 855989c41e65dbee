package com.gammareplay.cli;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.replay.BacktestRunner;
import com.gammareplay.replay.RawRequest;
import com.gammareplay.replay.ReplayRequest;
import com.gammareplay.replay.ReplayResult;
import com.gammareplay.report.BuildVersion;
import com.gammareplay.report.JsonReport;
import com.gammareplay.report.TextReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Replays a recording and prints its summary. */
@Command(
        name = "replay",
        description = "Replays a recording through the bot, prints a summary and writes the result as JSON.",
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private Folders folders = new Folders();

    @Option(names = "--dataset", paramLabel = "NAME", description = "Recording; may be left out if there is one.")
    private @Nullable String dataset;

    @Option(
            names = "--database-zone",
            paramLabel = "ZONE",
            description = "Zone of the recording's timestamps, such as America/New_York; UTC if left out.")
    private @Nullable String databaseZone;

    @Option(
            names = "--index",
            paramLabel = "INDEX",
            split = ",",
            description = "SPX or NDX, repeatable; all that the recording has if left out.")
    private @Nullable List<String> indices;

    @Option(names = "--start", paramLabel = "DATE", description = "First session, YYYY-MM-DD, inclusive.")
    private @Nullable String start;

    @Option(names = "--end", paramLabel = "DATE", description = "Last session, YYYY-MM-DD, inclusive.")
    private @Nullable String end;

    @Option(names = "--preset", paramLabel = "NAME", description = "live (default) or january.")
    private @Nullable String preset;

    @Option(
            names = "--param",
            paramLabel = "NAME=VALUE",
            description = "A parameter of the bot, repeatable; the value is JSON or a bare word.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(names = "--balance", paramLabel = "DOLLARS", description = "Starting balance, 25000.00 if left out.")
    private @Nullable BigDecimal balance;

    @Option(names = "--output", paramLabel = "FILE", description = "Where the result is written as JSON.")
    private @Nullable Path output;

    @Option(names = "--quiet", description = "Print neither progress nor summary.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        var command = Objects.requireNonNull(spec).commandLine();
        var file = output == null ? null : checked(command, output);
        var recordings = folders.recordings();
        recordings.provideDemo((_, _) -> {});
        try (var loaders = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var runner = new BacktestRunner(recordings, new ExchangeCalendar(), loaders, BuildVersion.current());
            var request = runner.read(raw());
            var result = replay(runner, request);
            print(command.getOut(), result);
            if (file != null) {
                write(result, file);
            }
        }
        return ExitCode.OK;
    }

    private RawRequest raw() {
        return new RawRequest(
                dataset, databaseZone, indices, start, end, preset, Parameters.read(parameters), balance, null);
    }

    private ReplayResult replay(BacktestRunner runner, ReplayRequest request) {
        try (var progress = quiet ? ProgressLine.hidden() : ProgressLine.onTerminal()) {
            return runner.run(request, progress);
        }
    }

    private void print(PrintWriter out, ReplayResult result) {
        if (!quiet) {
            out.print(TextReport.of(result));
            out.flush();
        }
    }

    /** Refuses a file that cannot be written before the time for the replay is spent. */
    private static Path checked(CommandLine command, Path file) {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new ParameterException(command, "--output: there is no folder " + folder);
        }
        if (Files.isDirectory(file) || !Files.isWritable(folder)) {
            throw new ParameterException(command, "--output: " + file + " cannot be written");
        }
        return file;
    }

    /** Writes the whole file or none of it. */
    private static void write(ReplayResult result, Path file) throws IOException {
        var partial = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (var out = Files.newOutputStream(partial)) {
                new JsonReport().result(result, out);
            }
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }
}
