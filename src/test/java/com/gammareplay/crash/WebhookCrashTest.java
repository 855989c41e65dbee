package com.gammareplay.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.marketdata.sqlite.SyntheticRecordings;
import com.gammareplay.testing.Patience;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Kills the service while some webhooks are under way, others wait, and the jobs of further ones have not run. */
@Tag("trial")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class WebhookCrashTest {

    private static final int JOBS = 24;
    private static final int CALLS_AT_ONCE = 4;
    private static final int PENDING = 8;
    private static final Duration PATIENCE = Patience.LIMIT;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private Path recordings = Path.of("recordings");
    private final Caller caller = new Caller();
    private final CountDownLatch killed = new CountDownLatch(1);

    /** Ids of the webhooks that came before the kill and were not answered, and of those that were answered after. */
    private final List<String> unanswered = new CopyOnWriteArrayList<>();

    private final List<String> answered = new CopyOnWriteArrayList<>();
    private final HttpServer receiver;

    WebhookCrashTest() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/hook", this::receive);
        receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    }

    @BeforeEach
    void record() throws IOException {
        receiver.start();
        recordings = Files.createDirectories(folder.resolve("recordings"));
        new SyntheticRecordings()
                .write(recordings.resolve("trial.db"), true, LocalDate.of(2026, 1, 12), 1, 1, (_, _) -> {});
    }

    @AfterEach
    void stop() {
        killed.countDown();
        receiver.stop(0);
    }

    private void receive(HttpExchange call) throws IOException {
        try (call) {
            var id = call.getRequestHeaders().getFirst("webhook-id");
            call.getRequestBody().readAllBytes();
            if (killed.getCount() > 0) {
                unanswered.add(id);
                killed.await();
            } else {
                answered.add(id);
                call.sendResponseHeaders(204, -1);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    private ServiceProcess start() {
        return ServiceProcess.start(
                        folder.resolve("home"),
                        recordings,
                        "--gamma.workers=1",
                        "--gamma.webhooks.secret=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "--gamma.webhooks.allow-http=true",
                        "--gamma.webhooks.allow-private=true",
                        "--gamma.webhooks.timeout=60s",
                        "--gamma.webhooks.concurrency=" + CALLS_AT_ONCE)
                .awaitAnswer();
    }

    private String submit(ServiceProcess service, int number) {
        var body = "{\"dataset\": \"trial\", \"callbackUrl\": \"http://127.0.0.1:"
                + receiver.getAddress().getPort() + "/hook\"}";
        var response = caller.send(service.port(), Caller.BACKTESTS, Caller.submission("key-" + number, body))
                .orElseThrow();
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        return response.headers().firstValue("Location").orElseThrow();
    }

    private JsonNode deliveries(ServiceProcess service, String job) {
        return Caller.json(caller.get(service.port(), job + "/deliveries").orElseThrow())
                .path("items");
    }

    private long pending(ServiceProcess service, List<String> jobs) {
        return jobs.stream().filter(job -> !deliveries(service, job).isEmpty()).count();
    }

    private boolean isDelivered(ServiceProcess service, String job) {
        return deliveries(service, job).path(0).path("state").asString("").equals("DELIVERED");
    }

    @Test
    void each_webhook_is_delivered_after_a_kill() {
        var jobs = new ArrayList<String>();
        try (var service = start()) {
            for (var number = 0; number < JOBS; number++) {
                jobs.add(submit(service, number));
            }
            Caller.await("webhooks are under way", PATIENCE, () -> unanswered.size() == CALLS_AT_ONCE);
            Caller.await("others wait", PATIENCE, () -> pending(service, jobs) >= PENDING);
            service.kill();
        }
        killed.countDown();
        try (var service = start()) {
            for (var job : jobs) {
                Caller.await("the end of a job is told", PATIENCE, () -> isDelivered(service, job));
            }
            assertThat(answered).hasSize(JOBS).doesNotHaveDuplicates().containsAll(unanswered);
            var ids = new HashSet<String>();
            for (var job : jobs) {
                var delivery = deliveries(service, job).path(0);
                var id = delivery.path("id").asString();
                ids.add(id);
                assertThat(delivery.path("event").asString()).isEqualTo("backtest.succeeded");
                assertThat(errors(delivery))
                        .as("an attempt that was cut off is shown as such")
                        .isEqualTo(unanswered.contains(id) ? List.of("interrupted", "") : List.of(""));
            }
            assertThat(ids).containsExactlyInAnyOrderElementsOf(answered);
        }
    }

    private static List<String> errors(JsonNode delivery) {
        return delivery.path("attempts")
                .valueStream()
                .map(attempt -> attempt.path("error").asString(""))
                .toList();
    }
}
