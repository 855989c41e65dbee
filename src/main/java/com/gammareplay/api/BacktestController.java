package com.gammareplay.api;

import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.Jobs;
import com.gammareplay.jobs.SubmissionRefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Backtests as jobs. */
@Tag(name = "Backtests", description = "Replays of recorded sessions, run as jobs")
@RestController
@RequestMapping(path = BacktestController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class BacktestController {

    static final String PATH = "/api/v1/backtests";

    private final Jobs jobs;
    private final JobAnswers answers;
    private final InstantSource clock;

    BacktestController(Jobs jobs, JobAnswers answers, InstantSource clock) {
        this.jobs = jobs;
        this.answers = answers;
        this.clock = clock;
    }

    @Operation(
            operationId = "submitBacktest",
            summary = "Submit a backtest",
            description =
                    "Checks the request, accepts it as a job and answers at once; the job runs in the background. "
                            + "With an Idempotency-Key it may be sent again: the same key and body give the same job for 24 "
                            + "hours.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = BacktestRequest.class)))
    @ApiResponse(
            responseCode = "202",
            description = "The job, accepted",
            headers = {
                @Header(name = "Location", description = "The job", schema = @Schema(type = "string")),
                @Header(
                        name = "Retry-After",
                        description = "Seconds until it is worth while to look at the job",
                        schema = @Schema(type = "integer")),
                @Header(
                        name = IdempotencyHeader.REPLAYED,
                        description = "true if the job was accepted before, by the same key",
                        schema = @Schema(type = "string"))
            })
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<JobView> submit(
            @RequestBody byte[] body,
            @Parameter(description = "1 to 255 visible characters that tell this submission from the caller's others")
                    @RequestHeader(name = IdempotencyHeader.NAME, required = false)
                    @Nullable
                    String key,
            @Parameter(hidden = true) @Nullable Principal caller) {
        try {
            var accepted = jobs.submit(body, IdempotencyHeader.read(key, caller));
            return answers.accepted(accepted, PATH, view(accepted.job()));
        } catch (SubmissionRefusedException refusal) {
            throw ApiException.of(refusal);
        }
    }

    @Operation(
            operationId = "getBacktest",
            summary = "Look at a backtest",
            description = "The job in any state, with its progress while it runs. The entity tag changes whenever "
                    + "anything in the answer does.")
    @ApiResponse(
            responseCode = "200",
            description = "The job",
            content = @Content(schema = @Schema(implementation = JobView.class)),
            headers = {
                @Header(name = "ETag", description = "For If-None-Match", schema = @Schema(type = "string")),
                @Header(
                        name = "Retry-After",
                        description = "Seconds until it is worth while to look again, unless it has ended",
                        schema = @Schema(type = "integer"))
            })
    @ApiResponse(responseCode = "304", description = "The job is as it was", content = @Content)
    @GetMapping("/{id}")
    ResponseEntity<byte[]> get(@Parameter(description = "Id of the job") @PathVariable String id) {
        var job = jobs.find(id).orElseThrow(() -> ApiException.notFound("backtest"));
        return answers.present(job, view(job));
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
        return answers.cancelled(job, view(job));
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
        return JobView.of(job, jobs.queuePosition(job), clock.instant());
    }
}
