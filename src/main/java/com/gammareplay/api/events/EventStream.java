package com.gammareplay.api.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Sends events to one client, on a thread that waits for this client alone. */
final class EventStream implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

    private final EventSource source;
    private final Duration keepAlive;
    private final SseEmitter client = new SseEmitter(0L);

    EventStream(EventSource source, Duration keepAlive) {
        this.source = source;
        this.keepAlive = keepAlive;
        client.onCompletion(this::close);
    }

    SseEmitter client() {
        return client;
    }

    /** Ends the stream, if its client does not keep it waiting. */
    void close() {
        source.close();
    }

    @Override
    public void run() {
        try (source) {
            while (!source.isOver()) {
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
        var events = source.next(keepAlive);
        if (events.isEmpty() && !source.isOver()) {
            client.send(SseEmitter.event().comment("keep-alive"));
        }
        for (var event : events) {
            client.send(event);
        }
    }
}
