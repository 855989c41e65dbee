package com.gammareplay.api.backtests;

import com.gammareplay.api.jobs.JobId;
import com.gammareplay.api.jobs.JobPaths;
import com.gammareplay.api.jobs.SucceededJobs;
import com.gammareplay.jobs.JobDocument;
import com.gammareplay.jobs.JobKind;
import com.gammareplay.report.page.ReportPage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Results as pages. */
@Tag(name = "Reviews")
@RestController
class ReportController {

    private static final String HTML = "text/html;charset=UTF-8";

    private final SucceededJobs succeeded;
    private final Documents documents;
    private final Reviews reviews;
    private final ReportPage page;

    ReportController(SucceededJobs succeeded, Documents documents, Reviews reviews, ReportPage page) {
        this.succeeded = succeeded;
        this.documents = documents;
        this.reviews = reviews;
        this.page = page;
    }

    @Operation(
            operationId = "getReport",
            summary = "Get a backtest as a page",
            description = "One HTML page that needs nothing else, for reading and printing. If the backtest cannot be "
                    + "replayed again as it was, the page says so and has what was kept, without paths.")
    @ApiResponse(
            responseCode = "200",
            description = "The page",
            content = @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string")))
    @GetMapping(path = JobPaths.BACKTESTS + "/{id}/report", produces = HTML)
    String report(@JobId @PathVariable String id) throws IOException {
        var job = succeeded.get(JobKind.BACKTEST, id);
        var sketches = reviews.sketches(job);
        try (var result = documents.get(id, JobDocument.RESULT)) {
            return page.of(job.request(), result, job.label(), job.tags().values(), sketches);
        }
    }
}
