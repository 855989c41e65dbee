package com.gammareplay.api.events;

import com.gammareplay.jobs.intake.JobSubscription;
import java.time.Duration;
import java.util.List;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/** What happens to a job, as clients see it. */
record JobEventSource(JobSubscription subscription, EventJson json) implements EventSource {

    @Override
    public List<SseEventBuilder> next(Duration atMost) throws InterruptedException {
        return subscription.next(atMost).stream().map(json::write).toList();
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
