package com.gammareplay.api.backtests;

import com.gammareplay.api.conventions.RawJson;
import com.gammareplay.api.jobs.SucceededJobs;
import com.gammareplay.api.problems.ApiException;
import com.gammareplay.jobs.JobDocument;
import com.gammareplay.jobs.JobKind;
import com.gammareplay.reconciliation.Backtest;
import com.gammareplay.reconciliation.Reconciliation;
import com.gammareplay.report.KeptBacktest;
import com.gammareplay.report.OldResultException;
import com.gammareplay.report.ReconciliationJson;
import com.gammareplay.report.ReconciliationReport;
import com.gammareplay.requests.ReconciliationBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Trades made elsewhere beside those of a backtest. */
@Tag(name = "Reconciliations", description = "Trades made elsewhere beside those of a backtest")
@RestController
class ReconciliationController {

    private final SucceededJobs succeeded;
    private final Documents documents;

    ReconciliationController(SucceededJobs succeeded, Documents documents) {
        this.succeeded = succeeded;
        this.documents = documents;
    }

    @Operation(
            operationId = "reconcileTrades",
            summary = "Hold trades made elsewhere against a backtest",
            description = "Matched trades with their differences, those without a partner with the decision that "
                    + "explains them, rows that cannot be read, and whether P&L is within 2 % and the number of trades "
                    + "within 5 %. Nothing is kept.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ReconciliationBody.class)))
    @ApiResponse(
            responseCode = "200",
            description = "What was found",
            content = @Content(schema = @Schema(implementation = ReconciliationJson.class)))
    @PostMapping(
            path = "/api/v1/reconciliations",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    RawJson reconcile(@RequestBody byte[] body) throws IOException {
        var asked = ReconciliationBody.read(body);
        return new RawJson(ReconciliationReport.json(Reconciliation.of(asked.trades(), backtest(asked.backtest()))));
    }

    private Backtest backtest(String id) throws IOException {
        var request = succeeded.get(JobKind.BACKTEST, id).request();
        try (var result = documents.get(id, JobDocument.RESULT);
                var decisions = documents.get(id, JobDocument.DECISIONS)) {
            return KeptBacktest.read(request, result, decisions);
        } catch (OldResultException _) {
            throw ApiException.conflict(
                    "result-outdated",
                    "The result was kept by an earlier version, which did not write all that is needed; submit the "
                            + "backtest again.");
        }
    }
}
