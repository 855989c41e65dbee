package com.gammareplay.api.backtests;

import com.gammareplay.api.jobs.JobId;
import com.gammareplay.api.jobs.JobPaths;
import com.gammareplay.api.jobs.SucceededJobs;
import com.gammareplay.jobs.JobDocument;
import com.gammareplay.jobs.JobKind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What became of each session of a backtest. */
@Tag(name = "Results")
@RestController
class SessionController {

    private final SucceededJobs succeeded;
    private final Documents documents;

    SessionController(SucceededJobs succeeded, Documents documents) {
        this.succeeded = succeeded;
        this.documents = documents;
    }

    @Operation(
            operationId = "getSessions",
            summary = "Get the sessions of a backtest",
            description = "Each session of the range with its status, trades, P&L and coverage, as the result has it, "
                    + "with the checks that found no peak snapshot; and the holidays between them.")
    @ApiResponse(responseCode = "200", description = "The sessions, all of them")
    @GetMapping(path = JobPaths.BACKTESTS + "/{id}/sessions", produces = MediaType.APPLICATION_JSON_VALUE)
    SessionList sessions(@JobId @PathVariable String id) throws IOException {
        var request = succeeded.get(JobKind.BACKTEST, id).request();
        try (var result = documents.get(id, JobDocument.RESULT);
                var decisions = documents.get(id, JobDocument.DECISIONS)) {
            return SessionList.of(request, result, decisions);
        }
    }
}
