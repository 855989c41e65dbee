package com.gammareplay.api.backtests;

import com.gammareplay.api.jobs.JobId;
import com.gammareplay.api.jobs.JobPaths;
import com.gammareplay.api.jobs.SucceededJobs;
import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobKind;
import com.gammareplay.parameters.TypedParameters;
import com.gammareplay.replay.review.EquityCurve;
import com.gammareplay.replay.review.EquityReview;
import com.gammareplay.replay.review.Review;
import com.gammareplay.report.ReportWriter;
import com.gammareplay.requests.WhatIfBody;
import com.gammareplay.statistics.PnlBand;
import com.gammareplay.trading.TradingRules;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What backtests gave, looked at closely. */
@Tag(name = "Reviews", description = "How results came about: backtests are replayed again for these calls")
@RestController
@RequestMapping(path = JobPaths.BACKTESTS + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class ReviewController {

    private final SucceededJobs succeeded;
    private final Reviews reviews;
    private final ReportWriter writer;

    ReviewController(SucceededJobs succeeded, Reviews reviews, ReportWriter writer) {
        this.succeeded = succeeded;
        this.reviews = reviews;
        this.writer = writer;
    }

    @Operation(
            operationId = "getTradePath",
            summary = "Get the path of a trade",
            description = "What closing the position would have cost at each tick from its entry to its exit, with the "
                    + "levels that the exit rules compared.")
    @ApiResponse(responseCode = "200", description = "The path")
    @GetMapping("/trades/{number}/path")
    PathView path(
            @JobId @PathVariable String id,
            @Parameter(description = "Number of the trade", example = "1") @PathVariable int number) {
        var job = succeeded(id);
        var paths = reviews.paths(job, number, List.of(rules(job)));
        return PathView.of(paths.getFirst(), writer);
    }

    @Operation(
            operationId = "askWhatIf",
            summary = "Try other exit parameters on a trade",
            description = "Lives through one trade again from its entry, alone: what the other trades of the backtest "
                    + "would have become is not asked.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = WhatIfBody.class)))
    @ApiResponse(responseCode = "200", description = "Both paths")
    @PostMapping(path = "/trades/{number}/what-if", consumes = MediaType.APPLICATION_JSON_VALUE)
    WhatIfView whatIf(
            @JobId @PathVariable String id,
            @Parameter(description = "Number of the trade", example = "1") @PathVariable int number,
            @RequestBody byte[] body) {
        var job = succeeded(id);
        var other =
                TypedParameters.of(WhatIfBody.read(body, reviews.request(job).parameters()));
        var paths = reviews.paths(job, number, List.of(rules(job), TradingRules.of(other)));
        return WhatIfView.of(paths.getFirst(), paths.getLast(), writer);
    }

    @Operation(
            operationId = "getEquity",
            summary = "Get the account over time",
            description = "Balance and mark-to-market value over the ticks of all traded sessions. The highest and the "
                    + "lowest value of all is always among the points.")
    @ApiResponse(responseCode = "200", description = "The account")
    @GetMapping("/equity")
    EquityView equity(
            @JobId @PathVariable String id,
            @Parameter(description = "Most points") @RequestParam(defaultValue = "500") @Min(10) @Max(10_000)
                    int points) {
        var job = succeeded(id);
        var curve = new EquityCurve(points);
        reviews.run(job, new EquityReview(rules(job), reviews.request(job).startingBalance(), curve));
        return EquityView.of(curve);
    }

    @Operation(
            operationId = "getPnlBand",
            summary = "Get the P&L at other fills",
            description =
                    "What the same trades bring from fills at mid to natural ones, and where they break even. What "
                            + "was decided stays as it was, also where another credit would have been refused, or a stop met.")
    @ApiResponse(responseCode = "200", description = "The band")
    @GetMapping("/band")
    BandView band(@JobId @PathVariable String id) {
        var job = succeeded(id);
        var trades = reviews.run(job, Review.NONE).ledger().tradesInOrderOfEntry();
        return BandView.of(PnlBand.of(trades, rules(job).parameters().fills()));
    }

    @Operation(
            operationId = "verifyBacktest",
            summary = "Check a backtest again",
            description =
                    "Replays it with this version of the service on the recording as it is now, and compares result, "
                            + "trades and decisions with those that were kept, byte for byte.")
    @ApiResponse(responseCode = "200", description = "What was found")
    @PostMapping("/verify")
    VerificationView verify(@JobId @PathVariable String id) {
        return VerificationView.of(reviews.verify(succeeded(id)));
    }

    private Job succeeded(String id) {
        return succeeded.get(JobKind.BACKTEST, id);
    }

    private TradingRules rules(Job job) {
        return TradingRules.of(TypedParameters.of(reviews.request(job).parameters()));
    }
}
