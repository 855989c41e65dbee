package com.gammareplay.cli;

import com.gammareplay.parameters.TypedParameters;
import com.gammareplay.replay.ReplayRequest;
import com.gammareplay.replay.ReplayResult;
import com.gammareplay.replay.review.Review;
import com.gammareplay.replay.review.SketchReview;
import com.gammareplay.report.JsonReport;
import com.gammareplay.report.page.ReportPage;
import com.gammareplay.requests.RequestJson;
import com.gammareplay.trading.TradingRules;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Replays a recording and writes the result as people read it. */
@Command(
        name = "report",
        description = "Replays a recording through the bot, prints a summary and writes the result as an HTML page.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Mixin
    private BotOptions bot = new BotOptions();

    @Mixin
    private ReplayOptions options = new ReplayOptions();

    @Option(names = "--output", paramLabel = "FILE", required = true, description = "Where the page is written.")
    private Path output = Path.of("");

    private @Nullable SketchReview review;

    @Override
    public Integer call() throws IOException {
        var file = Outputs.checkedResult(Objects.requireNonNull(spec).commandLine(), output);
        var result = options.replay(folders, bot, this::review);
        options.print(result);
        file.write(content -> Files.writeString(content, page(result)));
        options.tellMissing(result);
        return ExitCode.OK;
    }

    private Review review(ReplayRequest request) {
        var rules = TradingRules.of(TypedParameters.of(request.parameters()));
        review = new SketchReview(rules, request.startingBalance());
        return review;
    }

    /** Made of the result as the service keeps it, so that it gives the same bytes. */
    private String page(ReplayResult result) {
        var json = new ByteArrayOutputStream();
        new JsonReport().result(result, json);
        return new ReportPage()
                .of(
                        RequestJson.write(result.request()),
                        new ByteArrayInputStream(json.toByteArray()),
                        null,
                        List.of(),
                        Objects.requireNonNull(review).sketches());
    }
}
