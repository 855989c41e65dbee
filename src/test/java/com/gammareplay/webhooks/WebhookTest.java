package com.gammareplay.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;

/** The service as its clients and their receivers see it. */
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class WebhookTest {

    private final JsonMapper json = new JsonMapper();
    private WebhookService service;

    @BeforeAll
    void start(@TempDir Path home) {
        service = WebhookService.start(home);
    }

    @BeforeEach
    void runQuickly() {
        service.engine().behaveQuickly();
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void the_end_of_a_job_is_told_once_and_shown() throws IOException {
        try (var receiver = Receiver.start(Receiver.status(200))) {
            var job = service.submit(receiver);
            var delivery = service.awaitState(job, "DELIVERED");

            assertThat(receiver.requests()).singleElement().satisfies(request -> {
                assertThat(request.header("webhook-id"))
                        .isEqualTo(delivery.path("id").asString())
                        .matches("msg_[0-9a-f]{32}");
                assertThat(request.header("webhook-signature"))
                        .isEqualTo(SigningSecrets.of(WebhookService.SECRET)
                                .sign(
                                        request.header("webhook-id"),
                                        Long.parseLong(request.header("webhook-timestamp")),
                                        request.body()));
                var shown = service.client().json(service.client().get(job));
                var event = json.readTree(request.body());
                assertThat(event.propertyNames()).containsExactly("type", "timestamp", "data");
                assertThat(event.path("type").asString()).isEqualTo("backtest.succeeded");
                assertThat(event.path("timestamp")).isEqualTo(shown.path("finishedAt"));
                assertThat(event.path("data").propertyNames()).containsExactly("id", "status", "label", "links");
                for (var field : event.path("data").propertyNames()) {
                    assertThat(event.path("data").path(field)).as(field).isEqualTo(shown.path(field));
                }
                assertThat(shown.path("links").path("deliveries").asString()).isEqualTo(job + "/deliveries");
            });
            assertThat(delivery.path("event").asString()).isEqualTo("backtest.succeeded");
            assertThat(delivery.path("nextAttemptAt").isNull()).isTrue();
            assertThat(delivery.path("attempts").size()).isEqualTo(1);
            var attempt = delivery.path("attempts").path(0);
            assertThat(attempt.path("number").asInt()).isEqualTo(1);
            assertThat(attempt.path("status").asInt()).isEqualTo(200);
            assertThat(attempt.path("error").isNull()).isTrue();
            assertThat(attempt.path("durationMs").asLong(-1)).isNotNegative();
            assertThat(Instant.parse(attempt.path("at").asString())).isBeforeOrEqualTo(Instant.now());
        }
    }

    @Test
    void a_job_that_fails_is_told() throws IOException {
        service.engine().behave((_, _) -> {
            throw new IllegalStateException("inside");
        });
        try (var receiver = Receiver.start(Receiver.status(200))) {
            service.awaitState(service.submit(receiver), "DELIVERED");

            assertThat(receiver.requests())
                    .singleElement()
                    .satisfies(request -> assertThat(request.body())
                            .contains("backtest.failed", "\"FAILED\"")
                            .doesNotContain("inside"));
        }
    }

    @Test
    void a_job_that_is_cancelled_is_told_whether_it_ran_or_waited() throws IOException {
        service.runUntilCancelled();
        try (var receiver = Receiver.start(Receiver.status(200))) {
            var running = service.submit(receiver);
            service.client().awaitStatus(running, "RUNNING");
            var waiting = service.submit(receiver);

            service.client().post(waiting + "/cancel", "");
            service.awaitState(waiting, "DELIVERED");
            service.client().post(running + "/cancel", "");
            service.awaitState(running, "DELIVERED");

            assertThat(receiver.requests())
                    .hasSize(2)
                    .allSatisfy(request -> assertThat(request.body()).contains("backtest.cancelled", "\"CANCELLED\""));
            service.client().post(waiting + "/cancel", "");
            assertThat(service.deliveries(waiting).size()).isEqualTo(1);
        }
    }

    @Test
    void an_attempt_that_fails_is_followed_by_another_of_the_same_id() throws IOException {
        try (var receiver =
                Receiver.start(Receiver.status(500), caller -> caller.setSoLinger(true, 0), Receiver.status(202))) {
            var delivery = service.awaitState(service.submit(receiver), "DELIVERED");

            var requests = receiver.requests();
            assertThat(requests).hasSize(3);
            assertThat(requests.stream()
                            .map(request -> request.header("webhook-id"))
                            .collect(Collectors.toSet()))
                    .containsExactly(delivery.path("id").asString());
            assertThat(requests.stream().map(Receiver.Request::body).collect(Collectors.toSet()))
                    .hasSize(1);
            var attempts = delivery.path("attempts");
            assertThat(attempts.valueStream()
                            .map(attempt -> attempt.path("number").asInt()))
                    .containsExactly(1, 2, 3);
            assertThat(attempts.path(0).path("status").asInt()).isEqualTo(500);
            assertThat(attempts.path(1).path("status").isNull()).isTrue();
            assertThat(attempts.path(1).path("error").asString()).isEqualTo("no-answer");
            assertThat(attempts.path(2).path("status").asInt()).isEqualTo(202);
        }
    }

    @Test
    void a_receiver_that_has_gone_is_not_called_again() throws IOException {
        try (var receiver = Receiver.start(Receiver.status(410), Receiver.status(200))) {
            var failures = service.metric("gamma_webhook_failures_total");
            var delivery = service.awaitState(service.submit(receiver), "GIVEN_UP");

            assertThat(delivery.path("attempts").size()).isEqualTo(1);
            assertThat(delivery.path("nextAttemptAt").isNull()).isTrue();
            assertThat(receiver.requests()).hasSize(1);
            await().untilAsserted(() ->
                    assertThat(service.metric("gamma_webhook_failures_total")).isEqualTo(failures + 1));
        }
    }

    @Test
    void after_the_last_attempt_it_is_given_up_and_counted() throws IOException {
        try (var receiver = Receiver.start(Receiver.status(302, "Location: /elsewhere"))) {
            var failures = service.metric("gamma_webhook_failures_total");
            var failed = service.metric("gamma_webhook_attempts_total{outcome=\"failed\"}");
            var delivery = service.awaitState(service.submit(receiver), "GIVEN_UP");

            assertThat(delivery.path("attempts").size()).isEqualTo(3);
            assertThat(receiver.requests()).hasSize(3);
            await().untilAsserted(() ->
                    assertThat(service.metric("gamma_webhook_failures_total")).isEqualTo(failures + 1));
            assertThat(service.metric("gamma_webhook_attempts_total{outcome=\"failed\"}"))
                    .isEqualTo(failed + 3);
        }
    }

    @Test
    void what_was_delivered_is_counted() throws IOException {
        try (var receiver = Receiver.start(Receiver.status(200))) {
            var before = service.metric("gamma_webhook_deliveries_total");
            service.awaitState(service.submit(receiver), "DELIVERED");

            await().untilAsserted(() ->
                    assertThat(service.metric("gamma_webhook_deliveries_total")).isEqualTo(before + 1));
        }
    }

    @Test
    void a_receiver_can_ask_for_time() throws IOException {
        try (var receiver = Receiver.start(Receiver.status(503, "Retry-After: 3600"))) {
            var delivery = service.awaitDelivery(
                    service.submit(receiver),
                    shown -> shown.path("attempts").path(0).path("status").asInt() == 503);

            var attempted =
                    Instant.parse(delivery.path("attempts").path(0).path("at").asString());
            assertThat(delivery.path("state").asString()).isEqualTo("PENDING");
            assertThat(Instant.parse(delivery.path("nextAttemptAt").asString()))
                    .isBetween(attempted.plusSeconds(3600), attempted.plusSeconds(3630));
        }
    }

    @Test
    void slow_receivers_do_not_keep_backtests_waiting() throws IOException {
        var released = new CountDownLatch(1);
        try (var receiver = Receiver.start(caller -> {
            released.await();
            Receiver.status(200).to(caller);
        })) {
            for (var job = 0; job < 8; job++) {
                service.client().awaitStatus(service.submit(receiver), "SUCCEEDED");
            }
            assertThat(receiver.requests()).hasSizeLessThanOrEqualTo(4);
            released.countDown();
            await().until(() -> receiver.requests().size() == 8);
        }
    }

    @Test
    void a_job_without_callback_has_no_deliveries() {
        var job = service.client().submit("{}");
        var shown = service.client().awaitStatus(job, "SUCCEEDED");

        assertThat(service.client().get(job + "/deliveries").body()).isEqualTo("{\"items\":[]}");
        assertThat(shown.path("links").path("deliveries").isMissingNode()).isTrue();
    }

    @Test
    void an_unknown_job_has_no_deliveries_to_show() {
        var answer = service.client().get("/api/v1/backtests/nothing/deliveries");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void deliveries_go_with_their_job() throws IOException {
        try (var receiver = Receiver.start(Receiver.status(500))) {
            var job = service.submit(receiver);
            service.awaitDelivery(job, delivery -> delivery.path("attempts").size() > 0);
            var id = service.deliveries(job).path(0).path("id").asString();

            assertThat(service.client().delete(job).statusCode()).isEqualTo(204);

            var rows = service.bean(DeliveryRows.class);
            assertThat(service.client().get(job + "/deliveries").statusCode()).isEqualTo(404);
            assertThat(rows.of(job.substring(job.lastIndexOf('/') + 1))).isEmpty();
            assertThat(rows.pending(id)).isEmpty();
            assertThat(rows.begin(id, 9, Instant.now())).isFalse();
        }
    }

    @Test
    void neither_secret_nor_url_is_shown_or_logged(CapturedOutput output) throws IOException {
        try (var receiver = Receiver.start(Receiver.status(500))) {
            var job = service.submit(receiver);
            service.awaitState(job, "GIVEN_UP");
            var refused =
                    service.client().post("/api/v1/backtests", "{\"callbackUrl\": \"http://u:hush@hook.example/\"}");

            assertThat(refused.body()).doesNotContain("hush");
            for (var path : new String[] {job, job + "/deliveries", job + "/result", "/actuator/prometheus"}) {
                assertThat(service.client().get(path).body())
                        .as(path)
                        .doesNotContain("hush")
                        .doesNotContain("hook.example")
                        .doesNotContain("MfKQ9r8");
            }
            await().untilAsserted(() -> assertThat(output.getAll()).contains("given up"));
            assertThat(output.getAll()).doesNotContain("hush").doesNotContain("MfKQ9r8");
        }
    }
}
