package com.gammareplay.api;

import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobEvent;
import com.gammareplay.jobs.JobEvent.Closed;
import com.gammareplay.jobs.JobEvent.End;
import com.gammareplay.jobs.JobEvent.Progress;
import com.gammareplay.jobs.JobEvent.State;
import com.gammareplay.jobs.Jobs;
import java.time.InstantSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Events as clients see them. */
@Component
class EventJson {

    private final Jobs jobs;
    private final SweepViews sweeps;
    private final JsonMapper mapper;
    private final InstantSource clock;

    EventJson(Jobs jobs, SweepViews sweeps, JsonMapper mapper, InstantSource clock) {
        this.jobs = jobs;
        this.sweeps = sweeps;
        this.mapper = mapper;
        this.clock = clock;
    }

    SseEventBuilder write(JobEvent event) {
        return switch (event) {
            case State state -> named("state", event, view(state.job()));
            case Progress progress -> named("progress", event, progress(progress.job()));
            case Closed closed -> named("trade", event, closed.json().get());
            case End end -> named("end", event, view(end.job()));
        };
    }

    private static SseEventBuilder named(String name, JobEvent event, String json) {
        return SseEmitter.event().id(event.id().toString()).name(name).data(json, MediaType.APPLICATION_JSON);
    }

    private String view(Job job) {
        return mapper.writeValueAsString(
                switch (job.kind()) {
                    case BACKTEST -> JobView.of(job, jobs.queuePosition(job), clock.instant());
                    case SWEEP -> sweeps.of(job);
                });
    }

    private String progress(Job job) {
        return mapper.writeValueAsString(
                switch (job.kind()) {
                    case BACKTEST -> JobView.ProgressView.of(job, clock.instant());
                    case SWEEP -> sweeps.of(job).progress();
                });
    }
}
