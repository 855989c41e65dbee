package com.gammareplay.api.backtests;

import com.gammareplay.api.conventions.Export;
import com.gammareplay.api.conventions.ExportFormat;
import com.gammareplay.api.conventions.Lines;
import com.gammareplay.api.conventions.PageCursor;
import com.gammareplay.api.conventions.PageLimit;
import com.gammareplay.api.jobs.JobId;
import com.gammareplay.api.jobs.JobPaths;
import com.gammareplay.bot.SkipReason;
import com.gammareplay.jobs.JobDocument;
import com.gammareplay.model.Index;
import com.gammareplay.report.ReportWriter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why backtests traded and why not. */
@Tag(name = "Results")
@RestController
@RequestMapping(JobPaths.BACKTESTS + "/{id}")
class DecisionController {

    private final Documents documents;
    private final ReportWriter writer;

    DecisionController(Documents documents, ReportWriter writer) {
        this.documents = documents;
        this.writer = writer;
    }

    @Operation(
            operationId = "getDecisions",
            summary = "Get the decisions of a backtest",
            description = "Every entry check with its outcome, its reason and what was compared. As JSON page by page; "
                    + "as CSV or NDJSON all of them. With count how many there are of each kind, always as JSON.",
            parameters = {
                @Parameter(
                        name = "outcome",
                        in = ParameterIn.QUERY,
                        description = "Only decisions with this outcome",
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"ENTERED", "SKIPPED"})),
                @Parameter(
                        name = "reason",
                        in = ParameterIn.QUERY,
                        description = "Only checks skipped for this reason",
                        schema = @Schema(implementation = SkipReason.class)),
                @Parameter(
                        name = "session",
                        in = ParameterIn.QUERY,
                        description = "Only decisions of this session",
                        schema = @Schema(type = "string", format = "date")),
                @Parameter(
                        name = "index",
                        in = ParameterIn.QUERY,
                        description = "Only decisions on this index",
                        schema = @Schema(implementation = Index.class)),
                @Parameter(
                        name = "checkTime",
                        in = ParameterIn.QUERY,
                        description = "Only decisions at this check time, HH:MM in New York",
                        schema = @Schema(type = "string", pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$")),
                @Parameter(
                        name = "count",
                        in = ParameterIn.QUERY,
                        description = "The field by whose values to count decisions instead of listing them",
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"outcome", "reason", "session", "index"}))
            })
    @GetMapping(
            path = {"/decisions", "/decisions" + ExportFormat.CSV_SUFFIX},
            produces = {MediaType.APPLICATION_JSON_VALUE, ExportFormat.CSV_TYPE, MediaType.APPLICATION_NDJSON_VALUE})
    @ApiResponse(responseCode = "200", description = "The decisions")
    @Nullable
    DecisionAnswer decisions(
            @JobId @PathVariable String id,
            @PageLimit @RequestParam(defaultValue = "1000") @Min(1) @Max(1000) int limit,
            @PageCursor @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var filter = DecisionFilter.of(request);
        var count = filter.count();
        try (var document = documents.get(id, JobDocument.DECISIONS)) {
            if (count != null) {
                return DecisionCounts.of(document, filter, count);
            }
            var lines = new Lines(document, "decisions " + id + " " + filter.wanted(), filter);
            var page = lines.answer(limit, cursor, new Export(request, response), writer::decisionsCsv);
            return page == null ? null : new DecisionPage(page.items(), page.next());
        }
    }
}
