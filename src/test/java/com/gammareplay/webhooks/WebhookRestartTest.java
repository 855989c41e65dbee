package com.gammareplay.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/** Webhooks over stops, crashes and changes of the settings. */
@ExtendWith(OutputCaptureExtension.class)
@Tag("trial")
class WebhookRestartTest {

    @TempDir
    private Path home;

    private JdbcClient database() {
        return JdbcClient.create(new DriverManagerDataSource("jdbc:sqlite:" + home.resolve("jobs.db")));
    }

    private static boolean hasFailedOnce(JsonNode delivery) {
        return delivery.path("attempts").path(0).path("status").asInt() == 500
                && !delivery.path("nextAttemptAt").isNull();
    }

    /** Lets two hours pass for what waits. */
    private void letTwoHoursPass() {
        database()
                .sql("update webhook_delivery set next_attempt_at = next_attempt_at - 7200000")
                .update();
        database()
                .sql("update webhook_task set execution_time = execution_time - 7200000")
                .update();
    }

    @Test
    void a_retry_that_waits_is_made_by_the_next_process() throws IOException {
        try (var receiver = Receiver.start(Receiver.status(500), Receiver.status(200))) {
            String job;
            String id;
            try (var service = WebhookService.start(home, "--gamma.webhooks.retries=1h")) {
                job = service.submit(receiver);
                id = service.awaitDelivery(job, WebhookRestartTest::hasFailedOnce)
                        .path("id")
                        .asString();
            }
            letTwoHoursPass();
            try (var service = WebhookService.start(home, "--gamma.webhooks.retries=1h")) {
                var delivery = service.awaitState(job, "DELIVERED");

                assertThat(delivery.path("id").asString()).isEqualTo(id);
                assertThat(delivery.path("attempts").size()).isEqualTo(2);
                assertThat(receiver.requests())
                        .hasSize(2)
                        .allSatisfy(request ->
                                assertThat(request.header("webhook-id")).isEqualTo(id));
            }
        }
    }

    @Test
    void an_attempt_under_way_at_a_stop_counts_and_is_made_again() throws IOException {
        var never = new CountDownLatch(1);
        try (var receiver = Receiver.start(_ -> never.await())) {
            String job;
            try (var service = WebhookService.start(home, "--gamma.webhooks.retries=1h")) {
                job = service.submit(receiver);
                await().until(() -> receiver.requests().size() == 1);
            }
            receiver.answer(Receiver.status(200));
            try (var service = WebhookService.start(home, "--gamma.webhooks.retries=1h")) {
                var stopped = service.deliveries(job).path(0);
                assertThat(stopped.path("state").asString()).isEqualTo("PENDING");
                assertThat(stopped.path("attempts").path(0).path("error").asString())
                        .isEqualTo("interrupted");
                assertThat(Instant.parse(stopped.path("nextAttemptAt").asString()))
                        .isAfter(Instant.now().plusSeconds(3000));
            }
            letTwoHoursPass();
            try (var service = WebhookService.start(home)) {
                assertThat(service.awaitState(job, "DELIVERED").path("attempts").size())
                        .isEqualTo(2);
            }
        }
    }

    @Test
    void an_attempt_that_a_kill_cut_off_counts_and_is_made_again_at_once() throws IOException {
        try (var receiver = Receiver.start(Receiver.status(500), Receiver.status(200))) {
            String job;
            try (var service = WebhookService.start(home, "--gamma.webhooks.retries=1h")) {
                job = service.submit(receiver);
                service.awaitDelivery(job, WebhookRestartTest::hasFailedOnce);
            }
            database()
                    .sql("update webhook_attempt set status = null, duration_ms = null")
                    .update();
            database()
                    .sql("update webhook_delivery set next_attempt_at = created_at")
                    .update();
            database()
                    .sql("update webhook_task set execution_time = 0, picked = 1, picked_by = 'webhooks',"
                            + " last_heartbeat = ?")
                    .param(Instant.now().toEpochMilli())
                    .update();
            try (var service = WebhookService.start(home)) {
                var attempts = service.awaitState(job, "DELIVERED").path("attempts");

                assertThat(attempts.size()).isEqualTo(2);
                assertThat(attempts.path(0).path("error").asString()).isEqualTo("interrupted");
            }
        }
    }

    @Test
    void attempts_that_kills_cut_off_are_not_made_without_end() throws IOException {
        try (var receiver = Receiver.start(Receiver.status(500))) {
            String job;
            try (var service = WebhookService.start(home, "--gamma.webhooks.retries=1h")) {
                job = service.submit(receiver);
                service.awaitDelivery(job, WebhookRestartTest::hasFailedOnce);
            }
            database()
                    .sql("insert into webhook_attempt (delivery_id, number, at) select id, 2, 0 from webhook_delivery")
                    .update();
            letTwoHoursPass();
            try (var service = WebhookService.start(home, "--gamma.webhooks.retries=1h")) {
                var delivery = service.awaitState(job, "GIVEN_UP");

                assertThat(delivery.path("attempts").size()).isEqualTo(2);
                assertThat(receiver.requests()).hasSize(1);
                await().untilAsserted(() -> assertThat(service.metric("gamma_webhook_failures_total"))
                        .isEqualTo(1));
            }
        }
    }

    @Test
    void the_end_of_jobs_that_a_kill_left_is_told_by_the_next_process() throws IOException {
        try (var receiver = Receiver.start(Receiver.status(200))) {
            String cancelling;
            String poisonous;
            try (var service = WebhookService.start(home)) {
                service.runUntilCancelled();
                cancelling = service.submit(receiver);
                poisonous = service.submit(receiver);
                service.client().awaitStatus(cancelling, "RUNNING");
            }
            var set = "update job set status = ?, attempt = 1, deaths = 5, started_at = created_at where id = ?";
            database().sql(set).params("CANCELLING", id(cancelling)).update();
            database().sql(set).params("RUNNING", id(poisonous)).update();
            try (var service = WebhookService.start(home)) {
                assertThat(service.awaitState(cancelling, "DELIVERED")
                                .path("event")
                                .asString())
                        .isEqualTo("backtest.cancelled");
                assertThat(service.awaitState(poisonous, "DELIVERED")
                                .path("event")
                                .asString())
                        .isEqualTo("backtest.failed");
                assertThat(receiver.requests()).hasSize(2);
            }
        }
    }

    private static String id(String job) {
        return job.substring(job.lastIndexOf('/') + 1);
    }

    @Test
    void a_job_and_its_event_end_together_or_not_at_all() throws IOException {
        try (var receiver = Receiver.start(Receiver.status(200));
                var service = WebhookService.start(home)) {
            service.runUntilCancelled();
            var job = service.submit(receiver);
            service.client().awaitStatus(job, "RUNNING");
            var waiting = service.submit(receiver);
            database()
                    .sql("create trigger trouble before insert on webhook_task begin select raise(abort, 'no'); end")
                    .update();

            assertThat(service.client().post(waiting + "/cancel", "").statusCode())
                    .isGreaterThanOrEqualTo(500);
            assertThat(service.client().status(waiting)).isEqualTo("QUEUED");
            assertThat(service.deliveries(waiting).isEmpty()).isTrue();

            database().sql("drop trigger trouble").update();
            service.client().post(waiting + "/cancel", "");
            service.awaitState(waiting, "DELIVERED");
        }
    }

    @Test
    void without_a_secret_what_is_due_waits_for_one() throws IOException {
        try (var receiver = Receiver.start(Receiver.status(200))) {
            String job;
            try (var service = WebhookService.start(home)) {
                service.runUntilCancelled();
                job = service.submit(receiver);
            }
            try (var service = WebhookService.start(home, "--gamma.webhooks.secret=")) {
                service.client().awaitStatus(job, "SUCCEEDED");

                assertThat(service.deliveries(job).path(0).path("state").asString())
                        .isEqualTo("PENDING");
                assertThat(service.deliveries(job).path(0).path("attempts").isEmpty())
                        .isTrue();
                assertThat(service.client()
                                .post(
                                        "/api/v1/backtests",
                                        "{\"callbackUrl\": \"" + WebhookService.url(receiver) + "\"}")
                                .body())
                        .contains("/callbackUrl", "no secret");
            }
            assertThat(receiver.requests()).isEmpty();
            try (var service = WebhookService.start(home)) {
                service.awaitState(job, "DELIVERED");
            }
        }
    }

    @Test
    void a_url_that_the_settings_do_not_allow_any_more_is_not_called() throws IOException {
        try (var receiver = Receiver.start(Receiver.status(500))) {
            String job;
            try (var service = WebhookService.start(home, "--gamma.webhooks.retries=1h,1h")) {
                job = service.submit(receiver);
                service.awaitDelivery(job, WebhookRestartTest::hasFailedOnce);
            }
            letTwoHoursPass();
            try (var service = WebhookService.start(home, "--gamma.webhooks.allow-http=false")) {
                var attempts = service.awaitDelivery(
                                job, delivery -> delivery.path("attempts").size() == 3)
                        .path("attempts");

                assertThat(attempts.path(1).path("error").asString()).isEqualTo("url-refused");
                assertThat(receiver.requests()).hasSize(1);
            }
        }
    }

    @Test
    void links_are_whole_urls_if_the_service_knows_its_own() throws IOException {
        try (var receiver = Receiver.start(Receiver.status(200));
                var service = WebhookService.start(home, "--gamma.webhooks.public-url=https://replay.example/")) {
            var job = service.submit(receiver);
            service.awaitState(job, "DELIVERED");

            assertThat(receiver.requests().getFirst().body())
                    .contains("\"self\":\"https://replay.example" + job + "\"");
        }
    }

    @Test
    void a_secret_that_cannot_be_used_stops_the_start_and_is_not_shown(CapturedOutput output) {
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> WebhookService.start(home, "--gamma.webhooks.secret=whsec_dG9vLXNob3J0LXRvLXVzZQ=="));

        assertThat(output.getAll())
                .contains("A secret of webhooks must be whsec_", "openssl rand")
                .doesNotContain("dG9vLXNob3J0");
    }
}
