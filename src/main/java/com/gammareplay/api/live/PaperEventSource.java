package com.gammareplay.api.live;

import com.gammareplay.api.events.EventSource;
import com.gammareplay.jobs.paper.PaperEvent;
import com.gammareplay.jobs.paper.PaperSessions;
import com.gammareplay.jobs.paper.PaperSubscription;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;
import tools.jackson.databind.json.JsonMapper;

/** What happens in a paper session, as clients see it. */
record PaperEventSource(PaperSubscription subscription, PaperSessions sessions, String id, JsonMapper mapper)
        implements EventSource {

    @Override
    public List<SseEventBuilder> next(Duration atMost) throws InterruptedException {
        return subscription.next(atMost).stream().flatMap(this::write).toList();
    }

    /** Nothing about a session that was deleted. */
    private Stream<SseEventBuilder> write(PaperEvent event) {
        var json = switch (event.kind()) {
            case DECISION, TRADE -> Stream.of(event.json());
            case STATE, END -> sessions.find(id).stream().map(PaperView::of).map(mapper::writeValueAsString);
        };
        return json.map(data -> SseEmitter.event()
                .id(event.place().toString())
                .name(event.kind().name().toLowerCase(Locale.ROOT))
                .data(data, MediaType.APPLICATION_JSON));
    }

    @Override
    public boolean isOver() {
        return subscription.isOver();
    }

    @Override
    public void close() {
        subscription.close();
    }
}
