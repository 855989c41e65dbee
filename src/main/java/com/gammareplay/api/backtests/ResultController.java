package com.gammareplay.api.backtests;

import com.gammareplay.api.conventions.Export;
import com.gammareplay.api.conventions.ExportFormat;
import com.gammareplay.api.conventions.Lines;
import com.gammareplay.api.conventions.Page;
import com.gammareplay.api.conventions.PageCursor;
import com.gammareplay.api.conventions.PageLimit;
import com.gammareplay.api.conventions.RawJson;
import com.gammareplay.api.jobs.JobId;
import com.gammareplay.api.jobs.JobPaths;
import com.gammareplay.jobs.JobDocument;
import com.gammareplay.report.ReportWriter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
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

/** What backtests gave. */
@Tag(name = "Results", description = "What backtests gave")
@RestController
@RequestMapping(JobPaths.BACKTESTS + "/{id}")
class ResultController {

    private static final String NDJSON = MediaType.APPLICATION_NDJSON_VALUE;

    private final Documents documents;
    private final ReportWriter writer;

    ResultController(Documents documents, ReportWriter writer) {
        this.documents = documents;
        this.writer = writer;
    }

    @Operation(
            operationId = "getResult",
            summary = "Get the result of a backtest",
            description = "Everything about what it gave. It contains nothing of the job, so that the same request on "
                    + "the same data gives the same bytes.")
    @ApiResponse(
            responseCode = "200",
            description = "The result",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema =
                                    @Schema(
                                            type = "object",
                                            additionalProperties = Schema.AdditionalPropertiesValue.TRUE)))
    @GetMapping(path = "/result", produces = MediaType.APPLICATION_JSON_VALUE)
    void result(@JobId @PathVariable String id, HttpServletResponse response) throws IOException {
        try (var document = documents.get(id, JobDocument.RESULT)) {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            document.transferTo(response.getOutputStream());
        }
    }

    @Operation(
            operationId = "getTrades",
            summary = "Get the trades of a backtest",
            description = "As JSON page by page; as CSV or NDJSON all of them.")
    @GetMapping(
            path = {"/trades", "/trades" + ExportFormat.CSV_SUFFIX},
            produces = {MediaType.APPLICATION_JSON_VALUE, ExportFormat.CSV_TYPE, NDJSON})
    @ApiResponse(responseCode = "200", description = "The trades")
    @Nullable
    Page<RawJson> trades(
            @JobId @PathVariable String id,
            @PageLimit @RequestParam(defaultValue = "1000") @Min(1) @Max(1000) int limit,
            @PageCursor @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        try (var document = documents.get(id, JobDocument.TRADES)) {
            var lines = new Lines(document, "trades " + id, _ -> true);
            return lines.answer(limit, cursor, new Export(request, response), writer::tradesCsv);
        }
    }
}
