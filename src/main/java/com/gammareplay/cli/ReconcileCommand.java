package com.gammareplay.cli;

import com.gammareplay.marketdata.sqlite.NewFile;
import com.gammareplay.reconciliation.Backtest;
import com.gammareplay.reconciliation.Reconciliation;
import com.gammareplay.reconciliation.TradeTable;
import com.gammareplay.replay.ReplayResult;
import com.gammareplay.report.JsonReport;
import com.gammareplay.report.KeptBacktest;
import com.gammareplay.report.ReconciliationReport;
import com.gammareplay.requests.InvalidRequestException;
import com.gammareplay.requests.RequestJson;
import com.gammareplay.requests.TradesReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Replays a recording and holds trades made elsewhere against it. */
@Command(
        name = "reconcile",
        description = {
            "Replays a recording and holds trades made elsewhere against what the bot did.",
            "Exit status: 0 the two agree, 1 they do not, 2 they could not be compared."
        },
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = ExitCode.USAGE)
final class ReconcileCommand implements Callable<Integer> {

    private static final int DIFFERENT = 1;
    private static final long MOST_BYTES = 10_000_000;
    private static final String COLUMNS = "/columns/";

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Mixin
    private BotOptions bot = new BotOptions();

    @Mixin
    private ReplayOptions options = new ReplayOptions();

    @Parameters(paramLabel = "FILE", description = "The trades as CSV with a header.")
    private Path file = Path.of("");

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Zone of the times in it that name no offset, such as America/New_York.")
    private @Nullable String zone;

    @Option(
            names = "--column",
            paramLabel = "NAME=COLUMN",
            description = "What a column is called in it, repeatable, such as entryTime=Opened.")
    private List<String> columns = List.of();

    @Option(names = "--output", paramLabel = "FILE", description = "Where the comparison is written as JSON.")
    private @Nullable Path output;

    @Override
    public Integer call() throws IOException {
        var written = output == null ? null : Outputs.checkedResult(command(), output);
        var trades = trades();
        var result = options.replay(folders, bot);
        var reconciliation = Reconciliation.of(trades, backtest(result));
        if (!options.isQuiet()) {
            command().getOut().print(ReconciliationReport.text(reconciliation));
            command().getOut().flush();
        }
        if (written != null) {
            write(reconciliation, written);
        }
        options.tellMissing(result);
        return reconciliation.verdict().agrees() ? ExitCode.OK : DIFFERENT;
    }

    private CommandLine command() {
        return Objects.requireNonNull(spec).commandLine();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command(), message);
    }

    private TradeTable trades() throws IOException {
        try {
            return new TradesReader(zone == null ? null : Values.zone(zone), names()).read(text());
        } catch (InvalidRequestException e) {
            throw wrong(e.problems().stream().map(this::line).collect(Collectors.joining(System.lineSeparator())));
        }
    }

    private String line(InvalidRequestException.Problem problem) {
        var pointer = problem.pointer();
        if (pointer.startsWith(COLUMNS)) {
            return "--column " + pointer.substring(COLUMNS.length()) + ": " + problem.message();
        }
        return (pointer.equals("/zone") ? "--zone" : file.toString()) + ": " + problem.message();
    }

    private Map<String, String> names() {
        var names = new LinkedHashMap<String, String>();
        for (var text : columns) {
            var parts = text.split("=", 2);
            if (parts.length < 2) {
                throw wrong("--column " + text + ": write it as NAME=COLUMN");
            }
            if (names.put(parts[0], parts[1]) != null) {
                throw wrong("--column " + parts[0] + ": is given twice");
            }
        }
        return names;
    }

    private String text() throws IOException {
        if (Files.isDirectory(file)) {
            throw wrong(file + " is a folder");
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw wrong(file + " is longer than " + MOST_BYTES + " bytes");
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw wrong("there is no file " + file);
        } catch (CharacterCodingException e) {
            throw wrong(file + " is not UTF-8");
        }
    }

    /** As the service reads it, so that it gives the same bytes. */
    private static Backtest backtest(ReplayResult result) throws IOException {
        var report = new JsonReport();
        var document = new ByteArrayOutputStream();
        report.result(result, document);
        var decisions = new ByteArrayOutputStream();
        report.decisions(result, decisions);
        return KeptBacktest.read(
                RequestJson.write(result.request()),
                new ByteArrayInputStream(document.toByteArray()),
                new ByteArrayInputStream(decisions.toByteArray()));
    }

    private static void write(Reconciliation reconciliation, NewFile written) throws IOException {
        written.write(content -> Files.writeString(content, ReconciliationReport.json(reconciliation)));
    }
}
