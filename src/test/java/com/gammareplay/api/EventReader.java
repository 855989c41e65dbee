package com.gammareplay.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads a stream of events as browsers do. */
public final class EventReader implements AutoCloseable {

    /** An event as it was sent, and when it came. */
    public record Event(String id, String name, String data, Instant at) {}

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpResponse<InputStream> response;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final AtomicInteger comments = new AtomicInteger();
    private final Thread thread = Thread.ofVirtual().unstarted(this::read);

    private EventReader(HttpResponse<InputStream> response) {
        this.response = response;
    }

    /** Opens a stream, which must be there. */
    public static EventReader open(HttpRequest.Builder request) {
        try {
            var reader = new EventReader(
                    HTTP.send(request.header("Accept", "text/event-stream").build(), BodyHandlers.ofInputStream()));
            assertThat(reader.response.statusCode()).isEqualTo(200);
            assertThat(reader.header("Content-Type")).startsWith("text/event-stream");
            reader.thread.start();
            return reader;
        } catch (IOException e) {
            throw new AssertionError("the service did not answer", e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /** Opens the events of a job, after an event. */
    public static EventReader open(Client client, String job, String last) {
        return open(client.request(job + "/events").header("Last-Event-ID", last));
    }

    /** Opens the events of a job. */
    public static EventReader open(Client client, String job) {
        return open(client.request(job + "/events"));
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            var id = "";
            var name = "";
            var data = "";
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(":")) {
                    comments.incrementAndGet();
                } else if (line.startsWith("id:")) {
                    id = line.substring("id:".length());
                } else if (line.startsWith("event:")) {
                    name = line.substring("event:".length());
                } else if (line.startsWith("data:")) {
                    data = line.substring("data:".length());
                } else if (line.isEmpty() && !name.isEmpty()) {
                    events.add(new Event(id, name, data, Instant.now()));
                    name = "";
                }
            }
        } catch (IOException e) {
            events.add(new Event("", "broken", e.toString(), Instant.now()));
        }
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** All so far. */
    public List<Event> events() {
        return List.copyOf(events);
    }

    /** All so far that are not progress, as their ids and names. */
    public List<String> lasting() {
        return events.stream()
                .filter(event -> !event.name().equals("progress"))
                .map(event -> event.name() + " " + event.id())
                .toList();
    }

    /** The trades so far, as JSON. */
    public List<String> trades() {
        return events.stream()
                .filter(event -> event.name().equals("trade"))
                .map(Event::data)
                .toList();
    }

    public Event awaitEvent(String name, String id) {
        await().untilAsserted(() -> assertThat(events)
                .anyMatch(event -> event.name().equals(name) && event.id().equals(id)));
        return events.stream()
                .filter(event -> event.name().equals(name) && event.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    public void awaitComments(int count) {
        await().untilAsserted(() -> assertThat(comments).hasValueGreaterThanOrEqualTo(count));
    }

    /** Waits until the service has closed the stream. */
    public EventReader awaitClosed() {
        await().until(() -> !thread.isAlive());
        assertThat(events).noneMatch(event -> event.name().equals("broken"));
        return this;
    }

    /** Goes away. */
    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new AssertionError("the connection could not be closed", e);
        }
    }
}
