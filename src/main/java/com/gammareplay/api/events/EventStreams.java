package com.gammareplay.api.events;

import com.gammareplay.api.jobs.JobProblems;
import com.gammareplay.api.problems.ApiException;
import com.gammareplay.jobs.EventId;
import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobEvents;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The streams of events that are open: as many as may be, until the service stops. Thread-safe. */
@Component
class EventStreams implements SmartLifecycle {

    private static final int AFTER_THE_JOBS_BEFORE_THE_REQUESTS = DEFAULT_PHASE - 512;

    private static final long WHEN_FULL = 10;

    private final JobEvents events;
    private final EventJson json;
    private final EventSettings settings;
    private final Semaphore places;
    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private volatile boolean running;
    private volatile boolean stopping;

    EventStreams(JobEvents events, EventJson json, EventSettings settings, MeterRegistry registry) {
        this.events = events;
        this.json = json;
        this.settings = settings;
        this.places = new Semaphore(settings.maxEventStreams());
        Gauge.builder("gamma.event.streams", open::size)
                .description("Streams of events that are open")
                .register(registry);
    }

    /** Streams what happens to a job after an event. */
    SseEmitter open(Job job, @Nullable EventId after) {
        if (!places.tryAcquire()) {
            throw tooMany();
        }
        try {
            var subscription = events.subscribe(job.id(), after).orElseThrow(() -> JobProblems.notFound(job.kind()));
            var stream = new EventStream(subscription, json::write, settings.eventKeepAlive());
            open.add(stream);
            if (stopping) {
                stream.close();
            }
            Thread.ofVirtual().name("events-" + job.id()).start(() -> run(stream));
            return stream.client();
        } catch (RuntimeException e) {
            places.release();
            throw e;
        }
    }

    private static ApiException tooMany() {
        return new ApiException(
                HttpStatus.SERVICE_UNAVAILABLE,
                "too-many-streams",
                "As many streams of events are open as may; try again later, or ask for the job from time to time.",
                WHEN_FULL);
    }

    /** How many are open. */
    int open() {
        return open.size();
    }

    private void run(EventStream stream) {
        try {
            stream.run();
        } finally {
            open.remove(stream);
            places.release();
        }
    }

    @Override
    public void start() {
        stopping = false;
        running = true;
    }

    /** Clients come back with the id of their last event. */
    @Override
    public void stop() {
        stopping = true;
        running = false;
        open.forEach(EventStream::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return AFTER_THE_JOBS_BEFORE_THE_REQUESTS;
    }
}
