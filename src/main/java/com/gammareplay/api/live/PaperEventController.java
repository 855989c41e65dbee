package com.gammareplay.api.live;

import com.gammareplay.api.events.EventResponses;
import com.gammareplay.api.events.EventStreams;
import com.gammareplay.jobs.paper.PaperEvent.Place;
import com.gammareplay.jobs.paper.PaperSessions;
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
import tools.jackson.databind.json.JsonMapper;

/** What happens in paper sessions, as it happens. */
@Tag(name = "Paper sessions")
@RestController
class PaperEventController {

    private final PaperSessions sessions;
    private final EventStreams streams;
    private final JsonMapper mapper;

    PaperEventController(PaperSessions sessions, EventStreams streams, JsonMapper mapper) {
        this.sessions = sessions;
        this.streams = streams;
        this.mapper = mapper;
    }

    @Operation(
            operationId = "getPaperSessionEvents",
            summary = "Follow a paper session",
            description = "Server-sent events: state, decision, trade, and end, after which the stream is closed. The "
                    + "first says how the session is now. A comment is sent when nothing has been for some time.")
    @EventResponses
    @GetMapping(path = PaperController.PATH + "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> follow(
            @PaperId @PathVariable String id,
            @Parameter(description = "Id of the last event that the client has; what comes after it is sent")
                    @RequestHeader(name = "Last-Event-ID", required = false)
                    @Nullable
                    String last,
            @Parameter(hidden = true) HttpMethod method) {
        var paper = sessions.find(id).orElseThrow(PaperController::notFound);
        var after = Place.parse(last).orElse(null);
        if (paper.status().isFinal() && (after == null || after.end())) {
            return ResponseEntity.noContent().build();
        }
        return streams.answer(
                method, id, () -> new PaperEventSource(sessions.follow(paper, after), sessions, id, mapper));
    }
}
