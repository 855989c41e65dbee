package com.gammareplay.api;

import com.gammareplay.jobs.JobDocument;
import com.gammareplay.jobs.JobStatus;
import com.gammareplay.jobs.Jobs;
import com.gammareplay.report.ReportWriter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What backtests gave. */
@Tag(name = "Results", description = "What backtests gave")
@RestController
@RequestMapping(BacktestController.PATH + "/{id}")
class ResultController {

    private static final String NDJSON = MediaType.APPLICATION_NDJSON_VALUE;

    private final Jobs jobs;
    private final ReportWriter writer;

    ResultController(Jobs jobs, ReportWriter writer) {
        this.jobs = jobs;
        this.writer = writer;
    }

    /** Turns lines of JSON into CSV. */
    private interface CsvWriting {
        void write(InputStream ndjson, OutputStream out) throws IOException;
    }

    @Operation(
            operationId = "getResult",
            summary = "Get the result of a backtest",
            description = "Everything about what it gave. It contains nothing of the job, so that the same request on "
                    + "the same data gives the same bytes.")
    @ApiResponse(
            responseCode = "200",
            description = "The result",
            content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object")))
    @GetMapping(path = "/result", produces = MediaType.APPLICATION_JSON_VALUE)
    void result(@Parameter(description = "Id of the job") @PathVariable String id, HttpServletResponse response)
            throws IOException {
        try (var document = document(id, JobDocument.RESULT)) {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            document.transferTo(response.getOutputStream());
        }
    }

    @Operation(
            operationId = "getTrades",
            summary = "Get the trades of a backtest",
            description = "As JSON page by page; as CSV or NDJSON all of them.")
    @GetMapping(
            path = "/trades",
            produces = {MediaType.APPLICATION_JSON_VALUE, ExportFormat.CSV_TYPE, NDJSON})
    @ApiResponse(responseCode = "200", description = "The trades")
    @Nullable
    Page<RawJson> trades(
            @Parameter(description = "Id of the job") @PathVariable String id,
            @Parameter(description = "Most items of the page") @RequestParam(defaultValue = "1000") @Min(1) @Max(1000)
                    int limit,
            @Parameter(description = "The next of the page before") @RequestParam(required = false) @Nullable
                    String cursor,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers,
            HttpServletResponse response)
            throws IOException {
        try (var document = document(id, JobDocument.TRADES)) {
            return lines(document, limit, cursor, headers, response, writer::tradesCsv);
        }
    }

    @Operation(
            operationId = "getDecisions",
            summary = "Get the decisions of a backtest",
            description = "Every entry check with its outcome, its reason and what was compared. As JSON page by page; "
                    + "as CSV or NDJSON all of them.")
    @GetMapping(
            path = "/decisions",
            produces = {MediaType.APPLICATION_JSON_VALUE, ExportFormat.CSV_TYPE, NDJSON})
    @ApiResponse(responseCode = "200", description = "The decisions")
    @Nullable
    Page<RawJson> decisions(
            @Parameter(description = "Id of the job") @PathVariable String id,
            @Parameter(description = "Most items of the page") @RequestParam(defaultValue = "1000") @Min(1) @Max(1000)
                    int limit,
            @Parameter(description = "The next of the page before") @RequestParam(required = false) @Nullable
                    String cursor,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers,
            HttpServletResponse response)
            throws IOException {
        try (var document = document(id, JobDocument.DECISIONS)) {
            return lines(document, limit, cursor, headers, response, writer::decisionsCsv);
        }
    }

    /** A page of lines; null if all of them were written to the response in another form. */
    private static @Nullable Page<RawJson> lines(
            InputStream document,
            int limit,
            @Nullable String cursor,
            HttpHeaders headers,
            HttpServletResponse response,
            CsvWriting csv)
            throws IOException {
        var format = ExportFormat.of(headers.getAccept());
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        switch (format) {
            case JSON -> {
                return Lines.page(document, Cursor.read(cursor, 0), limit);
            }
            case CSV -> {
                response.setContentType(format.type());
                csv.write(document, response.getOutputStream());
            }
            case NDJSON -> {
                response.setContentType(format.type());
                document.transferTo(response.getOutputStream());
            }
        }
        return null;
    }

    private InputStream document(String id, JobDocument document) {
        return jobs.document(id, document).orElseThrow(() -> noDocument(id));
    }

    private ApiException noDocument(String id) {
        return jobs.find(id).map(job -> noDocument(job.status())).orElseGet(() -> ApiException.notFound("backtest"));
    }

    private static ApiException noDocument(JobStatus status) {
        return status == JobStatus.FAILED || status == JobStatus.CANCELLED
                ? ApiException.conflict("no-result", "The backtest ended " + status + ", without a result.")
                : ApiException.conflict("result-not-ready", "The backtest is " + status + "; it has no result yet.");
    }
}
