package com.gammareplay.api.events;

import com.gammareplay.api.jobs.JobId;
import com.gammareplay.api.jobs.JobPaths;
import com.gammareplay.api.jobs.JobProblems;
import com.gammareplay.jobs.EventId;
import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobKind;
import com.gammareplay.jobs.intake.JobEvents;
import com.gammareplay.jobs.intake.JobSubscription;
import com.gammareplay.jobs.intake.Jobs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What happens to jobs, as it happens. */
@RestController
class EventController {

    /** The header by which a client says what it has. */
    private static final String AFTER = "Last-Event-ID";

    private static final String LAST = "Id of the last event that the client has; what comes after it is sent";

    private final Jobs jobs;
    private final JobEvents events;
    private final EventJson json;
    private final EventStreams streams;

    EventController(Jobs jobs, JobEvents events, EventJson json, EventStreams streams) {
        this.jobs = jobs;
        this.events = events;
        this.json = json;
        this.streams = streams;
    }

    @Tag(name = "Backtests")
    @Operation(
            operationId = "getEvents",
            summary = "Follow a backtest",
            description = "Server-sent events: state, progress, trade, and end, after which the stream is closed. The "
                    + "first says how the job is now. A comment is sent when nothing has been for some time.")
    @EventResponses
    @GetMapping(path = JobPaths.BACKTESTS + "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> ofBacktest(
            @JobId @PathVariable String id,
            @Parameter(description = LAST) @RequestHeader(name = AFTER, required = false) @Nullable String last,
            @Parameter(hidden = true) HttpMethod method) {
        return follow(JobKind.BACKTEST, id, last, method);
    }

    @Tag(name = "Sweeps")
    @Operation(
            operationId = "getSweepEvents",
            summary = "Follow a sweep",
            description = "Server-sent events: state, progress, and end, after which the stream is closed. The "
                    + "first says how the job is now. A comment is sent when nothing has been for some time.")
    @EventResponses
    @GetMapping(path = JobPaths.SWEEPS + "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> ofSweep(
            @JobId @PathVariable String id,
            @Parameter(description = LAST) @RequestHeader(name = AFTER, required = false) @Nullable String last,
            @Parameter(hidden = true) HttpMethod method) {
        return follow(JobKind.SWEEP, id, last, method);
    }

    /**
     * A stream of what comes after an event; nothing if the job has ended and the client has all.
     *
     * @param last id of the last event that the client has
     */
    private ResponseEntity<SseEmitter> follow(JobKind kind, String id, @Nullable String last, HttpMethod method) {
        var job = jobs.find(kind, id).orElseThrow(() -> JobProblems.notFound(kind));
        var after = EventId.parse(last).orElse(null);
        if (job.status().isFinal() && (after == null || after.end())) {
            return ResponseEntity.noContent().build();
        }
        return streams.answer(method, id, () -> new JobEventSource(subscribe(job, after), json));
    }

    private JobSubscription subscribe(Job job, @Nullable EventId after) {
        return events.subscribe(job.id(), after).orElseThrow(() -> JobProblems.notFound(job.kind()));
    }
}
