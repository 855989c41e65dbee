package com.gammareplay.api.events;

import com.gammareplay.api.jobs.JobViews;
import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobEvent;
import com.gammareplay.jobs.JobEvent.Closed;
import com.gammareplay.jobs.JobEvent.End;
import com.gammareplay.jobs.JobEvent.Progress;
import com.gammareplay.jobs.JobEvent.State;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Events as clients see them. */
@Component
class EventJson {

    private final List<JobViews<?>> views;
    private final JsonMapper mapper;

    EventJson(List<JobViews<?>> views, JsonMapper mapper) {
        this.views = views;
        this.mapper = mapper;
    }

    SseEventBuilder write(JobEvent event) {
        return switch (event) {
            case State state -> named("state", event, view(state.job()));
            case Progress progress -> named("progress", event, progress(progress.job()));
            case Closed closed -> named("trade", event, closed.json());
            case End end -> named("end", event, view(end.job()));
        };
    }

    private static SseEventBuilder named(String name, JobEvent event, String json) {
        return SseEmitter.event().id(event.id().toString()).name(name).data(json, MediaType.APPLICATION_JSON);
    }

    private String view(Job job) {
        return mapper.writeValueAsString(views(job).of(job));
    }

    private String progress(Job job) {
        return mapper.writeValueAsString(views(job).progress(job));
    }

    private JobViews<?> views(Job job) {
        return views.stream()
                .filter(candidate -> candidate.kind() == job.kind())
                .findFirst()
                .orElseThrow();
    }
}
