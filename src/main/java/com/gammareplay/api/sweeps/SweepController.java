package com.gammareplay.api.sweeps;

import com.gammareplay.api.jobs.CancelCall;
import com.gammareplay.api.jobs.JobCalls;
import com.gammareplay.api.jobs.JobId;
import com.gammareplay.api.jobs.JobPaths;
import com.gammareplay.api.jobs.PollCall;
import com.gammareplay.api.jobs.SubmissionCall;
import com.gammareplay.jobs.sweeps.SweepJobs;
import com.gammareplay.requests.SweepBody;
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

/** Sweeps as jobs. */
@Tag(name = "Sweeps", description = "Replays with many sets of parameters, run as jobs")
@RestController
@RequestMapping(path = JobPaths.SWEEPS, produces = MediaType.APPLICATION_JSON_VALUE)
class SweepController {

    private final SweepJobs sweeps;
    private final JobCalls calls;
    private final SweepViews views;

    SweepController(SweepJobs sweeps, JobCalls calls, SweepViews views) {
        this.sweeps = sweeps;
        this.calls = calls;
        this.views = views;
    }

    @Operation(
            operationId = "submitSweep",
            summary = "Submit a sweep",
            description =
                    "Checks the request, accepts it as a job and answers at once; the job runs in the background. "
                            + "At most 100000 combinations. With an Idempotency-Key it may be sent again: the same key and body "
                            + "give the same job for 24 hours.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = SweepBody.class)))
    @SubmissionCall
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<SweepView> submit(@RequestBody byte[] body, HttpServletRequest request) {
        return calls.submit(views, request, own -> sweeps.submit(body, own));
    }

    @PollCall(operationId = "getSweep", summary = "Look at a sweep")
    @ApiResponse(
            responseCode = "200",
            description = "The job",
            content = @Content(schema = @Schema(implementation = SweepView.class)),
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

    @CancelCall(operationId = "cancelSweep", summary = "Cancel a sweep")
    @PostMapping("/{id}/cancel")
    ResponseEntity<SweepView> cancel(@JobId @PathVariable String id) {
        return calls.cancel(views, id);
    }

    @Operation(
            operationId = "deleteSweep",
            summary = "Delete a sweep",
            description = "Forgets a job that has ended, with its results.")
    @ApiResponse(responseCode = "204", description = "Deleted")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@JobId @PathVariable String id) {
        return calls.delete(views, id);
    }
}
