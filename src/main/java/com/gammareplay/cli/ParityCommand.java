package com.gammareplay.cli;

import com.gammareplay.live.Parity;
import com.gammareplay.marketdata.sqlite.RecordingPaths;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Replays the recording of a paper session and says whether the same is decided. */
@Command(
        name = "parity",
        description = {
            "Replays the recording of a paper session and compares what is decided with what was decided live.",
            "Exit status: 0 identical, 1 different, 2 could not be checked."
        },
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = ExitCode.USAGE)
final class ParityCommand implements Callable<Integer> {

    private static final int DIFFERENT = 1;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private HomeOptions home = new HomeOptions();

    @Parameters(
            paramLabel = "NAME",
            description = "The recording: its name, or the path of its file, which ends in .db.")
    private String name = "";

    @Override
    public Integer call() {
        var written = isFile() ? file(Path.of(name)) : Written.in(home.home());
        var recording = recording();
        written.require(recording, command(), "");
        var parity = written.sessions()
                .check(recording)
                .orElseThrow(() ->
                        new ParameterException(command(), recording + " is not the recording of a paper session"));
        print(recording, parity, command().getOut());
        return parity.identical() ? ExitCode.OK : DIFFERENT;
    }

    private boolean isFile() {
        return name.endsWith(RecordingPaths.EXTENSION);
    }

    private Written file(Path file) {
        return new Written(file.toAbsolutePath().normalize().resolveSibling(""), home.home());
    }

    private String recording() {
        return isFile() ? RecordingPaths.name(Path.of(name)) : name;
    }

    private static void print(String recording, Parity parity, PrintWriter out) {
        out.println(recording + " " + (parity.identical() ? "identical" : "different") + ": ticks " + parity.ticks()
                + ", skipped " + parity.ticksSkipped() + ", decisions " + parity.decisions() + ", trades "
                + parity.trades());
        var difference = parity.firstDifference();
        if (difference != null) {
            out.println("first difference at " + Instant.ofEpochSecond(difference.tick()));
            lines("live", difference.live(), out);
            lines("replayed", difference.replayed(), out);
            out.println("last rows seen live: " + difference.seen() + ", by the replay: " + difference.visible());
        }
        out.flush();
    }

    private static void lines(String side, String decided, PrintWriter out) {
        if (decided.isEmpty()) {
            out.println(side + ": nothing");
        }
        decided.lines().forEach(line -> out.println(side + ": " + line));
    }

    private CommandLine command() {
        return Objects.requireNonNull(spec).commandLine();
    }
}
