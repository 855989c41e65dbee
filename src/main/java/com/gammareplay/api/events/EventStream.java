package com.gammareplay.api.events;

import com.gammareplay.jobs.JobEvent;
import com.gammareplay.jobs.JobSubscription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/** Sends what happens to a job to one client, on a thread that waits for this client alone. */
final class EventStream implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

    private final JobSubscription subscription;
    private final Function<JobEvent, SseEventBuilder> json;
    private final Duration keepAlive;
    private final SseEmitter client = new SseEmitter(0L);

    EventStream(JobSubscription subscription, Function<JobEvent, SseEventBuilder> json, Duration keepAlive) {
        this.subscription = subscription;
        this.json = json;
        this.keepAlive = keepAlive;
        client.onCompletion(this::close);
    }

    SseEmitter client() {
        return client;
    }

    /** Ends the stream, if its client does not keep it waiting. */
    void close() {
        subscription.close();
    }

    @Override
    public void run() {
        try (subscription) {
            while (!subscription.isOver()) {
                send();
            }
            client.complete();
        } catch (IOException | IllegalStateException gone) {
            LOG.trace("A client has gone", gone);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (UncheckedIOException cutOff) { // the job was deleted
            LOG.debug("The result of a job ends too early", cutOff);
            client.completeWithError(cutOff);
        } catch (RuntimeException failure) {
            LOG.error("A stream of events failed", failure);
            client.completeWithError(failure);
        }
    }

    private void send() throws IOException, InterruptedException {
        var events = subscription.next(keepAlive);
        if (events.isEmpty() && !subscription.isOver()) {
            client.send(SseEmitter.event().comment("keep-alive"));
        }
        for (var event : events) {
            client.send(json.apply(event));
        }
    }
}
