package com.gammareplay.api.backtests;

import com.gammareplay.api.jobs.CancelCall;
import com.gammareplay.api.jobs.JobCalls;
import com.gammareplay.api.jobs.JobId;
import com.gammareplay.api.jobs.JobPaths;
import com.gammareplay.api.jobs.PollCall;
import com.gammareplay.api.jobs.SubmissionCall;
import com.gammareplay.jobs.intake.Jobs;
import com.gammareplay.requests.BacktestBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Backtests as jobs. */
@Tag(name = "Backtests", description = "Replays of recorded sessions, run as jobs")
@RestController
@RequestMapping(path = JobPaths.BACKTESTS, produces = MediaType.APPLICATION_JSON_VALUE)
class BacktestController {

    private final Jobs jobs;
    private final JobCalls calls;
    private final BacktestViews views;

    BacktestController(Jobs jobs, JobCalls calls, BacktestViews views) {
        this.jobs = jobs;
        this.calls = calls;
        this.views = views;
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
            content = @Content(schema = @Schema(implementation = BacktestBody.class)))
    @SubmissionCall
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<BacktestView> submit(@RequestBody byte[] body, HttpServletRequest request) {
        return calls.submit(views, request, own -> jobs.submit(body, own));
    }

    @PollCall(operationId = "getBacktest", summary = "Look at a backtest")
    @ApiResponse(
            responseCode = "200",
            description = "The job",
            content = @Content(schema = @Schema(implementation = BacktestView.class)),
            headers = {
                @Header(name = "ETag", description = "For If-None-Match", schema = @Schema(type = "string")),
                @Header(
                        name = "Retry-After",
                        description = "Seconds until it is worth while to look again, unless it has ended",
                        schema = @Schema(type = "integer"))
            })
    @GetMapping("/{id}")
    ResponseEntity<byte[]> get(@JobId @PathVariable String id) {
        return calls.get(views, id);
    }

    @CancelCall(operationId = "cancelBacktest", summary = "Cancel a backtest")
    @PostMapping("/{id}/cancel")
    ResponseEntity<BacktestView> cancel(@JobId @PathVariable String id) {
        return calls.cancel(views, id);
    }

    @Operation(
            operationId = "deleteBacktest",
            summary = "Delete a backtest",
            description = "Forgets a job that has ended, with its result.")
    @ApiResponse(responseCode = "204", description = "Deleted")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@JobId @PathVariable String id) {
        return calls.delete(views, id);
    }
}
