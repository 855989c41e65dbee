package com.gammareplay.cli;

import com.gammareplay.calendar.NewYork;
import com.gammareplay.live.LiveMarkets.Lived;
import com.gammareplay.live.PaperSession;
import com.gammareplay.marketdata.LiveRecording;
import com.gammareplay.marketdata.LiveSource;
import com.gammareplay.marketdata.RecordingFailedException;
import com.gammareplay.report.JsonReport;
import com.gammareplay.requests.InvalidRequestException;
import com.gammareplay.requests.PaperRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs one paper session on the terminal. */
@Command(
        name = "paper",
        description = {
            "Runs the bot on a live market for a session, with simulated fills, and records all that it sees.",
            "Nothing is ordered. Ctrl-C stops it."
        },
        mixinStandardHelpOptions = true)
final class PaperCommand implements Callable<Integer> {

    /** What an interrupted session was asked for stands in its recording. */
    private static final List<String> RECORDED =
            List.of("--source", "--date", "--index", "--preset", "--param", "--balance");

    private static final DateTimeFormatter NAME_TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private HomeOptions home = new HomeOptions();

    @Mixin
    private LiveOptions live = new LiveOptions();

    @Mixin
    private BotOptions bot = new BotOptions();

    @Option(names = "--resume", paramLabel = "NAME", description = "Recording of an interrupted session that goes on.")
    private @Nullable String resume;

    @Override
    public Integer call() {
        var written = Written.in(home.home());
        var request = resume == null ? asked(written) : interrupted(written, resume);
        var source = LiveSource.find(request.source())
                .orElseThrow(() -> wrong("--resume: " + request.source() + " is no source that is known"));
        var indices = request.replay().indices();
        tell(request.dataset() + ": " + request.source() + " " + indices + " on "
                + request.session().date());
        live.live(
                source,
                request.session(),
                indices,
                written,
                request.dataset(),
                (recording, lived, stopped) -> lead(request, recording, lived, stopped));
        return ExitCode.OK;
    }

    private PaperRequest asked(Written written) {
        var date = live.session().date().toString();
        var raw = bot.raw(name(), null, date, date, null);
        try {
            var replay = written.requests().readAccepted(raw);
            return traded(new PaperRequest(live.source().label(), replay, List.of()));
        } catch (InvalidRequestException e) {
            throw new Mistakes(raw, written.folder()).told(command(), e);
        }
    }

    /** In order of time, and no other one of the same second. */
    private static String name() {
        var time = NAME_TIME.format(Instant.now());
        return "paper-" + time + "-" + UUID.randomUUID().toString().substring(0, 4);
    }

    /** A backtest of the recording would pass such a session over. */
    private PaperRequest traded(PaperRequest request) {
        var date = request.session().date();
        return switch (request.byDate()) {
            case EXCLUDED -> throw wrong("--param excludedDates: must not have " + date);
            case EARLY_CLOSE -> throw wrong("--param tradeEarlyClose: must be true, for " + date + " closes early");
            case TRADED, NO_DATA -> request;
        };
    }

    private PaperRequest interrupted(Written written, String name) {
        for (var option : RECORDED) {
            if (command().getParseResult().hasMatchedOption(option)) {
                throw wrong("--resume: what was asked for stands in the recording, leave " + option + " out");
            }
        }
        written.require(name, command(), "--resume: ");
        return written.sessions()
                .request(name)
                .orElseThrow(() -> wrong("--resume: " + name + " is not the recording of a paper session"));
    }

    private void lead(PaperRequest request, LiveRecording recording, Lived lived, BooleanSupplier stopped) {
        var out = command().getOut();
        var lines = new PaperLines(out);
        var session = new PaperSession(request, new JsonReport(), lines);
        var name = request.dataset();
        var program = command().getParent().getCommandName();
        try {
            if (!session.run(recording, lived.time(), lived.market(), stopped)) {
                tellStopped(lived, program, name);
            }
        } catch (RecordingFailedException e) {
            tellStopped(lived, program, name);
            throw e;
        }
        tell("counted: " + session.counts().counts());
        out.println(lines.summary() + "; dataset " + name + "; check it: " + program + " parity " + name
                + home.typedHome());
        out.flush();
    }

    private void tellStopped(Lived lived, String program, String name) {
        var time = NewYork.time(lived.time().now().getEpochSecond());
        tell("stopped at " + time + ", goes on with: " + program + " paper --resume " + name + home.typedHome());
    }

    private void tell(String line) {
        command().getErr().println(line);
        command().getErr().flush();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command(), message);
    }

    private CommandLine command() {
        return Objects.requireNonNull(spec).commandLine();
    }
}
