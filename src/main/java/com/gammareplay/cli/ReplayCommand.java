package com.gammareplay.cli;

import com.gammareplay.replay.ReplayRequest;
import com.gammareplay.replay.ReplayResult;
import com.gammareplay.replay.review.Review;
import com.gammareplay.report.JsonReport;
import java.io.OutputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Replays a recording and gives the result as programs read it. */
@Command(
        name = "replay",
        description = "Replays a recording through the bot, prints a summary and writes the result as JSON.",
        mixinStandardHelpOptions = true)
final class ReplayCommand extends ReplayingCommand {

    @Option(names = "--output", paramLabel = "FILE", description = "Where the result is written as JSON.")
    private @Nullable Path output;

    @Override
    @Nullable
    Path output() {
        return output;
    }

    @Override
    Review review(ReplayRequest request) {
        return Review.NONE;
    }

    @Override
    void write(ReplayResult result, OutputStream out) {
        new JsonReport().result(result, out);
    }
}
