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
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Replays a recording and gives the result as people read it. */
@Command(
        name = "report",
        description = "Replays a recording through the bot, prints a summary and writes the result as an HTML page.",
        mixinStandardHelpOptions = true)
final class ReportCommand extends ReplayingCommand {

    @Option(names = "--output", paramLabel = "FILE", required = true, description = "Where the page is written.")
    private @Nullable Path output;

    private @Nullable SketchReview review;

    @Override
    Path output() {
        return Objects.requireNonNull(output);
    }

    @Override
    Review review(ReplayRequest request) {
        var rules = TradingRules.of(TypedParameters.of(request.parameters()));
        review = new SketchReview(rules, request.startingBalance());
        return review;
    }

    @Override
    void write(ReplayResult result, OutputStream out) throws IOException {
        var json = new ByteArrayOutputStream();
        new JsonReport().result(result, json);
        var page = new ReportPage()
                .of(
                        RequestJson.write(result.request()),
                        new ByteArrayInputStream(json.toByteArray()),
                        null,
                        List.of(),
                        Objects.requireNonNull(review).sketches());
        out.write(page.getBytes(StandardCharsets.UTF_8));
    }
}
