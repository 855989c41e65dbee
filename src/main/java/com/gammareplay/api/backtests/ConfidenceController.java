package com.gammareplay.api.backtests;

import com.gammareplay.api.jobs.JobId;
import com.gammareplay.api.jobs.JobPaths;
import com.gammareplay.jobs.JobDocument;
import com.gammareplay.jobs.intake.Jobs;
import com.gammareplay.report.ResultFields;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How sure the numbers of backtests are. */
@Tag(name = "Results")
@RestController
class ConfidenceController {

    private final Documents documents;
    private final Jobs jobs;

    ConfidenceController(Documents documents, Jobs jobs) {
        this.documents = documents;
        this.jobs = jobs;
    }

    @Operation(
            operationId = "getConfidence",
            summary = "Get how sure the result of a backtest is",
            description = "Its 95 % intervals, and its Sharpe ratio beside the one that the best of all combinations "
                    + "tried on the same data has by chance. It changes as more are tried, as the result does not.")
    @ApiResponse(responseCode = "200", description = "How sure it is")
    @GetMapping(path = JobPaths.BACKTESTS + "/{id}/confidence", produces = MediaType.APPLICATION_JSON_VALUE)
    ConfidenceView confidence(@JobId @PathVariable String id) throws IOException {
        try (var document = documents.get(id, JobDocument.RESULT)) {
            var result = ResultFields.read(document, ConfidenceView.FIELDS);
            var data = result.get("provenance").path("dataSha256").asString("");
            return ConfidenceView.of(result, jobs.tried(data));
        }
    }
}
