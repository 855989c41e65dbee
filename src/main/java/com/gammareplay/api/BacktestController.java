package com.gammareplay.api;

import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobStatus;
import com.gammareplay.jobs.Jobs;
import com.gammareplay.jobs.SubmissionReader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Backtests as jobs. */
@Tag(name = "Backtests", description = "Replays of recorded sessions, run as jobs")
@RestController
@RequestMapping(path = BacktestController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class BacktestController {

    static final String PATH = "/api/v1/backtests";

    private final Jobs jobs;
    private final SubmissionReader reader;
    private final InstantSource clock;

    BacktestController(Jobs jobs, SubmissionReader reader, InstantSource clock) {
        this.jobs = jobs;
        this.reader = reader;
        this.clock = clock;
    }

    @Operation(
            operationId = "submitBacktest",
            summary = "Submit a backtest",
            description =
                    "Checks the request, accepts it as a job and answers at once; the job runs in the background.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = BacktestRequest.class)))
    @ApiResponse(
            responseCode = "202",
            description = "The job, accepted",
            headers = @Header(name = "Location", description = "The job", schema = @Schema(type = "string")))
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<JobView> submit(@RequestBody byte[] body) {
        var job = jobs.submit(reader.read(body));
        return ResponseEntity.accepted()
                .location(URI.create(PATH + "/" + job.id()))
                .body(view(job));
    }

    @Operation(
            operationId = "listBacktests",
            summary = "List backtests",
            description =
                    "Jobs, the newest first. Pages stay right while jobs arrive: none is shown twice or left out.")
    @ApiResponse(responseCode = "200", description = "A page of jobs")
    @GetMapping
    Page<JobView> list(
            @Parameter(description = "Most items of the page") @RequestParam(defaultValue = "50") @Min(1) @Max(1000)
                    int limit,
            @Parameter(description = "The next of the page before") @RequestParam(required = false) @Nullable
                    String cursor) {
        var found = jobs.newest(Cursor.read(cursor, Long.MAX_VALUE), limit + 1);
        var more = found.size() > limit;
        var shown = more ? found.subList(0, limit) : found;
        var positions = jobs.queuePositions();
        var now = clock.instant();
        return new Page<>(
                shown.stream()
                        .map(job -> JobView.of(job, positions.get(job.sequence()), now))
                        .toList(),
                more ? Cursor.write(shown.getLast().sequence()) : null);
    }

    @Operation(
            operationId = "getBacktest",
            summary = "Look at a backtest",
            description = "The job in any state, with its progress while it runs.")
    @ApiResponse(responseCode = "200", description = "The job")
    @GetMapping("/{id}")
    JobView get(@Parameter(description = "Id of the job") @PathVariable String id) {
        return view(jobs.find(id).orElseThrow(() -> ApiException.notFound("backtest")));
    }

    @Operation(
            operationId = "cancelBacktest",
            summary = "Cancel a backtest",
            description = "Ends a job that waits at once and one that runs soon; a job that has ended stays as it is.")
    @ApiResponse(responseCode = "200", description = "The job, ended")
    @ApiResponse(responseCode = "202", description = "The job, about to end")
    @PostMapping("/{id}/cancel")
    ResponseEntity<JobView> cancel(@Parameter(description = "Id of the job") @PathVariable String id) {
        var job = jobs.cancel(id).orElseThrow(() -> ApiException.notFound("backtest"));
        return ResponseEntity.status(job.status() == JobStatus.CANCELLING ? 202 : 200)
                .body(view(job));
    }

    @Operation(
            operationId = "deleteBacktest",
            summary = "Delete a backtest",
            description = "Forgets a job that has ended, with its result.")
    @ApiResponse(responseCode = "204", description = "Deleted")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@Parameter(description = "Id of the job") @PathVariable String id) {
        if (!jobs.delete(id)) {
            throw jobs.find(id).isPresent()
                    ? ApiException.conflict("not-finished", "The backtest has not ended yet; cancel it first.")
                    : ApiException.notFound("backtest");
        }
        return ResponseEntity.noContent().build();
    }

    private JobView view(Job job) {
        var position = jobs.queuePosition(job);
        return JobView.of(job, position.isPresent() ? position.getAsInt() : null, clock.instant());
    }
}
