package com.gammareplay.cli;

import com.gammareplay.calendar.NewYork;
import com.gammareplay.live.LiveMarkets.Lived;
import com.gammareplay.live.Recorder;
import com.gammareplay.marketdata.LiveRecording;
import com.gammareplay.marketdata.sqlite.RecordingPaths;
import com.gammareplay.model.Index;
import com.gammareplay.model.Session;
import com.gammareplay.requests.InvalidRequestException;
import com.gammareplay.requests.RawRequest;
import java.util.List;
import java.util.Objects;
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

/** Records the market of one session. */
@Command(
        name = "record",
        description = {
            "Records a live market until the close, without trading.",
            "Ctrl-C stops it; the same command goes on, also on another day."
        },
        mixinStandardHelpOptions = true)
final class RecordCommand implements Callable<Integer> {

    /** Requests that name it mean the dataset that stands in where there is no recording. */
    private static final String DEMO = "demo";

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private HomeOptions home = new HomeOptions();

    @Mixin
    private LiveOptions live = new LiveOptions();

    @Option(
            names = "--dataset",
            paramLabel = "NAME",
            required = true,
            description = "Recording, made in the folder recordings of the home folder, or added to.")
    private String dataset = "";

    @Option(
            names = "--index",
            paramLabel = "INDEX",
            split = ",",
            description = "SPX or NDX, repeatable; both if left out.")
    private @Nullable List<String> indices;

    @Override
    public Integer call() {
        if (!RecordingPaths.isName(dataset)) {
            throw new ParameterException(command(), "--dataset: must be " + Written.NAME_FORM + ", was " + dataset);
        }
        if (dataset.equals(DEMO)) {
            throw new ParameterException(
                    command(), "--dataset: must not be " + DEMO + ", which is the made-up market's");
        }
        var session = live.session();
        var written = Written.in(home.home());
        var all = indices(session, written);
        live.live(
                live.source(),
                session,
                all,
                written,
                dataset,
                (recording, lived, stopped) -> record(session, all, recording, lived, stopped));
        return ExitCode.OK;
    }

    private List<Index> indices(Session session, Written written) {
        var date = session.date().toString();
        var raw = new RawRequest(dataset, null, Values.indices(indices), date, date, null, null, null, null);
        try {
            return written.requests().readAccepted(raw).indices();
        } catch (InvalidRequestException e) {
            throw new Mistakes(raw, written.folder()).told(command(), e);
        }
    }

    private void record(
            Session session, List<Index> all, LiveRecording recording, Lived lived, BooleanSupplier stopped) {
        var recorder = new Recorder();
        var isWhole = recorder.record(session, all, recording, lived.time(), lived.market(), stopped);
        var time = NewYork.time(lived.time().now().getEpochSecond());
        var out = command().getOut();
        out.println(dataset + ": " + all + " on " + session.date()
                + (isWhole ? " to the close, " : ", stopped at " + time + ", ")
                + recorder.counts().counts());
        out.flush();
    }

    private CommandLine command() {
        return Objects.requireNonNull(spec).commandLine();
    }
}
