package com.gammareplay.api;

import com.gammareplay.jobs.EventId;
import com.gammareplay.jobs.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Answers whoever wants to follow a job. */
@Component
class EventAnswers {

    /** The header by which a client says what it has. */
    static final String AFTER = "Last-Event-ID";

    private final EventStreams streams;

    EventAnswers(EventStreams streams) {
        this.streams = streams;
    }

    /**
     * A stream of what comes after an event; nothing if the job has ended and the client has all.
     *
     * @param last id of the last event that the client has
     */
    ResponseEntity<SseEmitter> of(Job job, @Nullable String last, HttpMethod method) {
        var after = EventId.parse(last).orElse(null);
        if (job.status().isFinal() && (after == null || after.end())) {
            return ResponseEntity.noContent().build();
        }
        var answer = ResponseEntity.ok().contentType(MediaType.TEXT_EVENT_STREAM);
        if (method.equals(HttpMethod.HEAD)) {
            return answer.build();
        }
        return answer.header("X-Accel-Buffering", "no").body(streams.open(job.id(), after));
    }
}
