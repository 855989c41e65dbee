package com.gammareplay.cli;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.marketdata.FileProblem;
import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.marketdata.sqlite.NewFile;
import com.gammareplay.marketdata.sqlite.RecordingFolder;
import com.gammareplay.marketdata.sqlite.RecordingPaths;
import com.gammareplay.model.Session;
import com.gammareplay.replay.BacktestRunner;
import com.gammareplay.replay.ReplayListener;
import com.gammareplay.replay.ReplayRequest;
import com.gammareplay.replay.ReplayResult;
import com.gammareplay.replay.WarningCode;
import com.gammareplay.replay.review.Review;
import com.gammareplay.report.BuildVersion;
import com.gammareplay.report.TextReport;
import com.gammareplay.requests.InvalidRequestException;
import com.gammareplay.requests.RequestReader;
import com.gammareplay.trading.Trade;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;

/** Replays a recording, prints its summary and writes a file about the result. */
abstract class ReplayingCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Mixin
    private BotOptions bot = new BotOptions();

    @Option(names = "--dataset", paramLabel = "NAME", description = "Recording; may be left out if there is one.")
    private @Nullable String dataset;

    @Option(
            names = "--database-zone",
            paramLabel = "ZONE",
            description = "Zone of the recording's timestamps, such as America/New_York; UTC if left out.")
    private @Nullable String databaseZone;

    @Option(names = "--start", paramLabel = "DATE", description = "First session, YYYY-MM-DD, inclusive.")
    private @Nullable String start;

    @Option(names = "--end", paramLabel = "DATE", description = "Last session, YYYY-MM-DD, inclusive.")
    private @Nullable String end;

    @Option(names = "--quiet", description = "Print neither progress nor summary.")
    private boolean quiet;

    /** What is written, null if nothing is to be. */
    abstract @Nullable Path output();

    /** Looks at a replay of a request. */
    abstract Review review(ReplayRequest request);

    /** Writes what was asked for about a result. */
    abstract void write(ReplayResult result, OutputStream out) throws IOException;

    @Override
    public Integer call() throws IOException {
        var output = output();
        var file = output == null ? null : checked(output);
        var recordings = folders.recordings();
        provideDemo(recordings);
        try (var loaders = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var runner = new BacktestRunner(recordings, new ExchangeCalendar(), loaders, BuildVersion.current());
            var result = replay(runner, request(recordings));
            print(result);
            if (output != null && file != null) {
                write(result, output, file);
            }
            result.warnings().stream()
                    .filter(warning -> warning.code() == WarningCode.NO_DATA)
                    .forEach(warning -> tell(warning.message()));
        }
        return ExitCode.OK;
    }

    private CommandLine command() {
        return Objects.requireNonNull(spec).commandLine();
    }

    private void tell(String line) {
        command().getErr().println(line);
        command().getErr().flush();
    }

    /** What is named like a recording is not replaced by a result. */
    private NewFile checked(Path file) {
        if (file.toString().endsWith(RecordingPaths.EXTENSION)) {
            throw new ParameterException(command(), "--output: " + file + " is the name of a recording");
        }
        return Outputs.checked(command(), file, true);
    }

    private void provideDemo(RecordingFolder recordings) {
        try (var progress = progress("demo", "sessions")) {
            if (recordings.provideDemo(progress::step) && !"demo".equals(dataset)) {
                tell("There is no recording (a file NAME.db) in " + folders.data() + ": the demo stands in.");
            }
        } catch (IOException e) {
            throw folders.wrongHome("cannot hold the demo: " + FileProblem.of(e));
        }
    }

    private ReplayRequest request(RecordingFolder recordings) {
        var raw = bot.raw(dataset, databaseZone == null ? null : Values.zone(databaseZone), start, end);
        try {
            return new RequestReader(recordings).read(raw);
        } catch (InvalidRequestException e) {
            throw new Mistakes(raw, folders.data()).told(command(), e);
        }
    }

    private ReplayResult replay(BacktestRunner runner, ReplayRequest request) {
        try (var progress = progress("replay", "ticks")) {
            return runner.run(request, new Listener(progress, review(request)));
        }
    }

    private record Listener(ProgressLine line, Review review) implements ReplayListener {

        @Override
        public void progress(Progress progress) {
            line.progress(progress);
        }

        @Override
        public void traded(Session session, RecordedSession market, List<Trade> trades) {
            review.traded(session, market, trades);
        }

        @Override
        public boolean isCancelled() {
            return line.isCancelled();
        }
    }

    private ProgressLine progress(String task, String unit) {
        return quiet
                ? ProgressLine.hidden()
                : ProgressLine.of(task, unit, command().getErr());
    }

    private void print(ReplayResult result) {
        if (!quiet) {
            command().getOut().print(TextReport.of(result));
            command().getOut().flush();
        }
    }

    private void write(ReplayResult result, Path output, NewFile file) throws IOException {
        try {
            file.write(content -> {
                try (var out = Files.newOutputStream(content)) {
                    write(result, out);
                }
            });
        } catch (JacksonException e) {
            if (e.getCause() instanceof IOException cause) { // such as a full disk
                throw new FileSystemException(output.toString(), null, FileProblem.reason(cause));
            }
            throw e;
        }
    }
}
