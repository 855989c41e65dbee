package com.gammareplay.cli;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.marketdata.FileProblem;
import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.marketdata.sqlite.RecordingFolder;
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
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What is replayed. */
final class ReplayOptions {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

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

    @Option(
            names = "--require-coverage",
            paramLabel = "SHARE",
            description = "Least share of a session's ticks with quotes for it to be traded, 0 (default) to 1.")
    private @Nullable Double requireCoverage;

    @Option(names = "--quiet", description = "Print neither progress nor summary.")
    private boolean quiet;

    boolean isQuiet() {
        return quiet;
    }

    /** Replays a recording, the demo if there is none. */
    ReplayResult replay(FolderOptions folders, BotOptions bot) {
        return replay(folders, bot, _ -> Review.NONE);
    }

    /** The same, and looks at it. */
    ReplayResult replay(FolderOptions folders, BotOptions bot, Function<ReplayRequest, Review> review) {
        var recordings = folders.recordings();
        provideDemo(recordings, folders);
        try (var loaders = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
                var progress = progress("replay", "ticks")) {
            var request = request(recordings, folders, bot);
            return new BacktestRunner(recordings, new ExchangeCalendar(), loaders, BuildVersion.current())
                    .run(request, new Listener(progress, review.apply(request)));
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

    /** Prints the summary of a result, unless nothing is to be printed. */
    void print(ReplayResult result) {
        if (!quiet) {
            command().getOut().print(TextReport.of(result));
            command().getOut().flush();
        }
    }

    /** Says as the last thing which dates have no data. */
    void tellMissing(ReplayResult result) {
        result.warnings().stream()
                .filter(warning -> warning.code() == WarningCode.NO_DATA)
                .forEach(warning -> tell(warning.message()));
    }

    private CommandLine command() {
        return Objects.requireNonNull(spec).commandLine();
    }

    private void tell(String line) {
        command().getErr().println(line);
        command().getErr().flush();
    }

    private void provideDemo(RecordingFolder recordings, FolderOptions folders) {
        try (var progress = progress("demo", "sessions")) {
            if (recordings.provideDemo(progress::step) && !"demo".equals(dataset)) {
                tell("There is no recording (a file NAME.db) in " + folders.data() + ": the demo stands in.");
            }
        } catch (IOException e) {
            throw folders.wrongHome("cannot hold the demo: " + FileProblem.of(e));
        }
    }

    private ReplayRequest request(RecordingFolder recordings, FolderOptions folders, BotOptions bot) {
        var raw =
                bot.raw(dataset, databaseZone == null ? null : Values.zone(databaseZone), start, end, requireCoverage);
        try {
            return new RequestReader(recordings).read(raw);
        } catch (InvalidRequestException e) {
            throw new Mistakes(raw, folders.data()).told(command(), e);
        }
    }

    private ProgressLine progress(String task, String unit) {
        return quiet
                ? ProgressLine.hidden()
                : ProgressLine.of(task, unit, command().getErr());
    }
}
