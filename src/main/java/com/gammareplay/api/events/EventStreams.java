package com.gammareplay.api.events;

import com.gammareplay.api.problems.ApiException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The streams of events that are open: as many as may be, until the service stops. Thread-safe. */
@Component
public class EventStreams implements SmartLifecycle {

    private static final int AFTER_THE_JOBS_BEFORE_THE_REQUESTS = DEFAULT_PHASE - 512;

    private static final long WHEN_FULL = 10;

    private final EventSettings settings;
    private final Semaphore places;
    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private volatile boolean running;
    private volatile boolean stopping;

    EventStreams(EventSettings settings, MeterRegistry registry) {
        this.settings = settings;
        this.places = new Semaphore(settings.maxEventStreams());
        Gauge.builder("gamma.event.streams", open::size)
                .description("Streams of events that are open")
                .register(registry);
    }

    /**
     * Answers with a stream, which is open until its source is over.
     *
     * @param method HEAD gets no stream
     * @param id of what the events are about
     */
    public ResponseEntity<SseEmitter> answer(HttpMethod method, String id, Supplier<? extends EventSource> source) {
        var answer = ResponseEntity.ok().contentType(MediaType.TEXT_EVENT_STREAM);
        if (method.equals(HttpMethod.HEAD)) {
            return answer.build();
        }
        return answer.header("X-Accel-Buffering", "no").body(open(id, source));
    }

    private SseEmitter open(String id, Supplier<? extends EventSource> source) {
        if (!places.tryAcquire()) {
            throw tooMany();
        }
        try {
            var stream = new EventStream(source.get(), settings.eventKeepAlive());
            open.add(stream);
            if (stopping) {
                stream.close();
            }
            Thread.ofVirtual().name("events-" + id).start(() -> run(stream));
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
