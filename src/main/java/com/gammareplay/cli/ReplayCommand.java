package com.gammareplay.cli;

import com.gammareplay.marketdata.FileProblem;
import com.gammareplay.marketdata.sqlite.NewFile;
import com.gammareplay.replay.ReplayResult;
import com.gammareplay.report.JsonReport;
import com.gammareplay.report.TextReport;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;

/** Replays a recording and prints its summary. */
@Command(
        name = "replay",
        description = "Replays a recording through the bot, prints a summary and writes the result as JSON.",
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Mixin
    private BotOptions bot = new BotOptions();

    @Mixin
    private ReplayOptions options = new ReplayOptions();

    @Option(names = "--output", paramLabel = "FILE", description = "Where the result is written as JSON.")
    private @Nullable Path output;

    @Override
    public Integer call() throws IOException {
        var file = output == null ? null : Outputs.checkedResult(command(), output);
        var result = options.replay(folders, bot);
        print(result);
        if (file != null) {
            write(result, file);
        }
        options.tellMissing(result);
        return ExitCode.OK;
    }

    private CommandLine command() {
        return Objects.requireNonNull(spec).commandLine();
    }

    private void print(ReplayResult result) {
        if (!options.isQuiet()) {
            command().getOut().print(TextReport.of(result));
            command().getOut().flush();
        }
    }

    private void write(ReplayResult result, NewFile file) throws IOException {
        try {
            file.write(content -> {
                try (var out = Files.newOutputStream(content)) {
                    new JsonReport().result(result, out);
                }
            });
        } catch (JacksonException e) {
            if (e.getCause() instanceof IOException cause) { // such as a full disk
                throw new FileSystemException(String.valueOf(output), null, FileProblem.reason(cause));
            }
            throw e;
        }
    }
}
