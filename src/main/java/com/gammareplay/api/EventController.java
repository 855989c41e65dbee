package com.gammareplay.api;

import com.gammareplay.jobs.Jobs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What happens to backtests, as it happens. */
@Tag(name = "Backtests")
@RestController
@RequestMapping(BacktestController.PATH + "/{id}")
class EventController {

    private final Jobs jobs;
    private final EventAnswers answers;

    EventController(Jobs jobs, EventAnswers answers) {
        this.jobs = jobs;
        this.answers = answers;
    }

    @Operation(
            operationId = "getEvents",
            summary = "Follow a backtest",
            description = "Server-sent events: state, progress, trade, and end, after which the stream is closed. The "
                    + "first says how the job is now. A comment is sent when nothing has been for some time.")
    @ApiResponse(
            responseCode = "200",
            description = "The stream",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = String.class)))
    @ApiResponse(responseCode = "204", description = "The job has ended, and the client has all", content = @Content)
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> events(
            @Parameter(description = "Id of the job") @PathVariable String id,
            @Parameter(description = "Id of the last event that the client has; what comes after it is sent")
                    @RequestHeader(name = EventAnswers.AFTER, required = false)
                    @Nullable
                    String last,
            @Parameter(hidden = true) HttpMethod method) {
        var job = jobs.find(id).orElseThrow(() -> ApiException.notFound("backtest"));
        return answers.of(job, last, method);
    }
}
