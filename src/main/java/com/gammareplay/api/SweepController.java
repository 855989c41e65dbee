package com.gammareplay.api;

import com.gammareplay.jobs.JobKind;
import com.gammareplay.jobs.Jobs;
import com.gammareplay.jobs.SubmissionRefusedException;
import com.gammareplay.jobs.sweeps.SweepJobs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
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

/** Sweeps as jobs. */
@Tag(name = "Sweeps", description = "Replays with many sets of parameters, run as jobs")
@RestController
@RequestMapping(path = SweepController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class SweepController {

    static final String PATH = "/api/v1/sweeps";

    private final Jobs jobs;
    private final SweepJobs sweeps;
    private final SweepViews views;
    private final JobAnswers answers;

    SweepController(Jobs jobs, SweepJobs sweeps, SweepViews views, JobAnswers answers) {
        this.jobs = jobs;
        this.sweeps = sweeps;
        this.views = views;
        this.answers = answers;
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
    ResponseEntity<SweepView> submit(
            @RequestBody byte[] body,
            @Parameter(description = "1 to 255 visible characters that tell this submission from the caller's others")
                    @RequestHeader(name = IdempotencyHeader.NAME, required = false)
                    @Nullable
                    String key,
            @Parameter(hidden = true) @Nullable Principal caller) {
        try {
            var accepted = sweeps.submit(body, IdempotencyHeader.read(key, caller));
            return answers.accepted(accepted, PATH, views.of(accepted.job()));
        } catch (SubmissionRefusedException refusal) {
            throw ApiException.of(refusal);
        }
    }

    @Operation(
            operationId = "getSweep",
            summary = "Look at a sweep",
            description = "The job in any state, with its progress while it runs. The entity tag changes whenever "
                    + "anything in the answer does.")
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
    @ApiResponse(responseCode = "304", description = "The job is as it was", content = @Content)
    @GetMapping("/{id}")
    ResponseEntity<byte[]> get(@Parameter(description = "Id of the job") @PathVariable String id) {
        var job = jobs.find(JobKind.SWEEP, id).orElseThrow(() -> ApiException.notFound("sweep"));
        return answers.present(job, views.of(job));
    }

    @Operation(
            operationId = "cancelSweep",
            summary = "Cancel a sweep",
            description = "Ends a job that waits at once and one that runs soon; a job that has ended stays as it is.")
    @ApiResponse(responseCode = "200", description = "The job, ended")
    @ApiResponse(responseCode = "202", description = "The job, about to end")
    @PostMapping("/{id}/cancel")
    ResponseEntity<SweepView> cancel(@Parameter(description = "Id of the job") @PathVariable String id) {
        var job = jobs.cancel(JobKind.SWEEP, id).orElseThrow(() -> ApiException.notFound("sweep"));
        return answers.cancelled(job, views.of(job));
    }

    @Operation(
            operationId = "deleteSweep",
            summary = "Delete a sweep",
            description = "Forgets a job that has ended, with its results.")
    @ApiResponse(responseCode = "204", description = "Deleted")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@Parameter(description = "Id of the job") @PathVariable String id) {
        if (!jobs.delete(JobKind.SWEEP, id)) {
            throw jobs.find(JobKind.SWEEP, id).isPresent()
                    ? ApiException.conflict("not-finished", "The sweep has not ended yet; cancel it first.")
                    : ApiException.notFound("sweep");
        }
        return ResponseEntity.noContent().build();
    }
}
