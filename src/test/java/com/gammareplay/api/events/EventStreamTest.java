package com.gammareplay.api.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gammareplay.api.Client;
import com.gammareplay.api.EventReader;
import com.gammareplay.api.ServiceTest;
import com.gammareplay.fake.FakeBacktests;
import com.gammareplay.fake.FakeTrades;
import com.gammareplay.replay.ReplayListener;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Following jobs over HTTP. */
@ServiceTest
@TestPropertySource(properties = {"gamma.event-keep-alive=50ms", "gamma.max-event-streams=4"})
class EventStreamTest {

    private static final String BACKTESTS = "/api/v1/backtests";

    private final FakeBacktests backtests;
    private final Client client;
    private final CountDownLatch third = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    @Autowired
    EventStreamTest(FakeBacktests backtests, @LocalServerPort int port) {
        this.backtests = backtests;
        client = new Client(port);
    }

    @AfterEach
    void nothing_runs_on() {
        third.countDown();
        release.countDown();
        backtests.behaveQuickly();
        await().untilAsserted(() -> assertThat(queue()).contains("\"queued\":0,\"running\":0"));
        await().untilAsserted(() -> assertThat(openStreams()).isZero());
    }

    private String queue() {
        return client.get("/api/v1/queue").body();
    }

    private double openStreams() {
        return client.get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("gamma_event_streams "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    /** Two trades, and progress from then on; a third trade when told to; the end when told to. */
    private void threeTrades(ReplayListener listener) throws InterruptedException {
        listener.closed(FakeTrades.trade(1));
        listener.closed(FakeTrades.trade(2));
        FakeBacktests.goOn(listener, 4, third);
        listener.closed(FakeTrades.trade(3));
        FakeBacktests.goOn(listener, 4, release);
    }

    private String submitThreeTrades() {
        backtests.behave((_, listener) -> threeTrades(listener));
        return client.submit("{}");
    }

    private String document(String job) {
        return client.send(client.request(job + "/trades").header("Accept", "application/x-ndjson"))
                .body();
    }

    @Test
    void a_job_is_told_from_the_queue_to_its_end() {
        var busy = new CountDownLatch(1);
        backtests.behave((_, _) -> busy.await());
        client.awaitStatus(client.submit("{}"), "RUNNING");
        client.awaitStatus(client.submit("{}"), "RUNNING");
        var job = submitThreeTrades();
        try (var reader = EventReader.open(client, job)) {
            var queued = reader.awaitEvent("state", "0-0-QUEUED");
            assertThat(queued.data()).contains("\"status\":\"QUEUED\"", "\"queuePosition\":1");
            busy.countDown();
            var progress = reader.awaitEvent("progress", "1-2-RUNNING");
            assertThat(progress.data()).startsWith("{\"fraction\":0.4,").contains("\"sessionsDone\":4");
            third.countDown();
            reader.awaitEvent("trade", "1-3-RUNNING");
            release.countDown();
            reader.awaitClosed();

            assertThat(reader.lasting())
                    .containsExactly(
                            "state 0-0-QUEUED",
                            "state 1-0-RUNNING",
                            "trade 1-1-RUNNING",
                            "trade 1-2-RUNNING",
                            "trade 1-3-RUNNING",
                            "state 1-3-SUCCEEDED",
                            "end 1-3-SUCCEEDED-end");
            assertThat(reader.events().getLast().data())
                    .isEqualTo(client.get(job).body());
            assertThat(String.join("\n", reader.trades()) + "\n").isEqualTo(document(job));
        }
    }

    @Test
    void the_events_are_among_the_links_of_a_job() {
        var links = client.json(client.get(submitThreeTrades())).path("links");

        assertThat(links.path("events").asString()).isEqualTo(links.path("self").asString() + "/events");
    }

    @Test
    void a_client_that_comes_back_gets_what_it_missed() {
        var job = submitThreeTrades();
        try (var reader = EventReader.open(client, job)) {
            reader.awaitEvent("progress", "1-2-RUNNING");
        }
        third.countDown();
        try (var other = EventReader.open(client, job)) {
            other.awaitEvent("trade", "1-3-RUNNING");
        }
        try (var reader = EventReader.open(client, job, "1-2-RUNNING")) {
            reader.awaitEvent("progress", "1-3-RUNNING");
            release.countDown();
            reader.awaitClosed();

            assertThat(reader.lasting())
                    .containsExactly("trade 1-3-RUNNING", "state 1-3-SUCCEEDED", "end 1-3-SUCCEEDED-end");
        }
    }

    @Test
    void whoever_comes_late_gets_the_present_state_and_all_trades() {
        var job = submitThreeTrades();
        third.countDown();
        client.awaitStatus(job, "RUNNING");
        try (var first = EventReader.open(client, job)) {
            first.awaitEvent("trade", "1-3-RUNNING");
            try (var late = EventReader.open(client, job)) {
                late.awaitEvent("progress", "1-3-RUNNING");
                assertThat(late.lasting())
                        .containsExactly(
                                "state 1-0-RUNNING", "trade 1-1-RUNNING", "trade 1-2-RUNNING", "trade 1-3-RUNNING");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "", "1-2", "1-9-RUNNING", "7-1-RUNNING", "1-1-DREAMING", "-1-1-RUNNING"})
    void an_id_that_does_not_fit_the_job_counts_as_none(String id) {
        var job = submitThreeTrades();
        client.awaitStatus(job, "RUNNING");
        try (var reader = EventReader.open(client, job, id)) {
            reader.awaitEvent("trade", "1-2-RUNNING");
            assertThat(reader.lasting().subList(0, 2)).containsExactly("state 1-0-RUNNING", "trade 1-1-RUNNING");
        }
    }

    @Test
    void once_a_job_has_ended_only_who_missed_something_gets_anything() {
        var job = client.submit("{}");
        client.awaitStatus(job, "SUCCEEDED");

        for (var last : new String[] {"1-3-SUCCEEDED-end", "1-0-SUCCEEDED-end", "nonsense"}) {
            var nothing = client.send(client.request(job + "/events").header("Last-Event-ID", last));
            assertThat(nothing.statusCode()).as(last).isEqualTo(204);
            assertThat(nothing.body()).isEmpty();
        }
        assertThat(client.get(job + "/events").statusCode()).isEqualTo(204);
        try (var reader = EventReader.open(client, job, "1-1-RUNNING")) {
            assertThat(reader.awaitClosed().lasting())
                    .containsExactly(
                            "state 1-1-SUCCEEDED",
                            "trade 1-2-SUCCEEDED",
                            "trade 1-3-SUCCEEDED",
                            "end 1-3-SUCCEEDED-end");
        }
        try (var reader = EventReader.open(client, job, "1-2-SUCCEEDED")) {
            assertThat(reader.awaitClosed().lasting()).containsExactly("trade 1-3-SUCCEEDED", "end 1-3-SUCCEEDED-end");
        }
        try (var reader = EventReader.open(client, job, "0-0-QUEUED")) {
            assertThat(String.join("\n", reader.awaitClosed().trades()) + "\n").isEqualTo(document(job));
        }
    }

    @Test
    void a_job_that_is_cancelled_or_fails_is_told_to_its_end() {
        backtests.behave((_, listener) -> {
            while (!listener.isCancelled()) {
                Thread.onSpinWait();
            }
        });
        var job = client.submit("{}");
        client.awaitStatus(job, "RUNNING");
        try (var reader = EventReader.open(client, job)) {
            reader.awaitEvent("state", "1-0-RUNNING");
            client.post(job + "/cancel", "");
            assertThat(reader.awaitClosed().lasting())
                    .containsSubsequence("state 1-0-RUNNING", "state 1-0-CANCELLED", "end 1-0-CANCELLED-end");
        }
        backtests.behave((_, _) -> {
            release.await();
            throw new OutOfMemoryError("for the test");
        });
        var failing = client.submit("{}");
        client.awaitStatus(failing, "RUNNING");
        try (var reader = EventReader.open(client, failing)) {
            release.countDown();
            assertThat(reader.awaitClosed().events().getLast().data())
                    .contains("\"status\":\"FAILED\"", "\"code\":\"out-of-memory\"");
        }
    }

    @Test
    void what_is_not_a_stream_is_a_problem() {
        var job = submitThreeTrades();

        var unknown = client.send(client.request(BACKTESTS + "/nothing/events").header("Accept", "text/event-stream"));
        var refused = client.send(client.request(job + "/events").header("Accept", "application/json"));
        var head = client.send(client.request(job + "/events").method("HEAD", BodyPublishers.noBody()));

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(client.json(unknown).path("code").asString()).isEqualTo("not-found");
        assertThat(refused.statusCode()).isEqualTo(406);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(client.json(refused).path("code").asString()).isEqualTo("not-acceptable");
        assertThat(head.statusCode()).isEqualTo(200);
    }

    @Test
    void a_stream_without_events_is_kept_alive() {
        try (var reader = EventReader.open(client, submitThreeTrades())) {
            reader.awaitEvent("trade", "1-2-RUNNING");
            reader.awaitComments(3);
        }
    }

    @Test
    void more_streams_than_may_be_are_refused_until_a_client_has_gone() {
        var job = submitThreeTrades();
        client.awaitStatus(job, "RUNNING");
        var readers = new ArrayList<EventReader>();
        for (var number = 0; number < 4; number++) {
            readers.add(EventReader.open(client, job));
        }
        assertThat(openStreams()).isEqualTo(4);

        var refused = client.get(job + "/events");

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(client.json(refused).path("code").asString()).isEqualTo("too-many-streams");
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("10");
        readers.removeFirst().close();
        await().untilAsserted(() -> assertThat(openStreams()).isEqualTo(3));
        readers.add(EventReader.open(client, job));
        readers.forEach(EventReader::close);
    }
}
