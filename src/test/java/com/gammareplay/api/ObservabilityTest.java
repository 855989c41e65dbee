package com.gammareplay.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class ObservabilityTest {

    private static final String BACKTESTS = "/api/v1/backtests";

    private final Client client;

    @Autowired
    ObservabilityTest(@LocalServerPort int port) {
        client = new Client(port);
    }

    @Test
    void health_says_up_and_no_more() {
        for (var path : List.of("", "/liveness", "/readiness")) {
            var health = client.get("/actuator/health" + path);

            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body()).isEqualTo("{\"status\":\"UP\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/health/nothing",
                "/env",
                "/beans",
                "/loggers",
                "/heapdump",
                "/threaddump",
                "/configprops",
                "/mappings",
                "/metrics",
                "/info",
                "/flyway",
                "/shutdown"
            })
    void nothing_but_health_and_metrics_is_exposed(String path) {
        var answer = client.get("/actuator" + path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    private String metrics() {
        return client.get("/actuator/prometheus").body();
    }

    @Test
    void jobs_are_measured() {
        client.awaitStatus(client.submit("{\"dataset\": \"demo\"}"), "SUCCEEDED");
        client.post(BACKTESTS, "{\"dataset\": \"nowhere\"}");
        client.post(BACKTESTS, "{");

        // An attempt is measured when it is over, a moment after its job has ended.
        await().until(() -> metrics().contains("gamma_job_duration_seconds_bucket{outcome=\"succeeded\",le="));
        var metrics = metrics();

        assertThat(metrics)
                .contains("gamma_jobs{state=\"succeeded\"}", "gamma_jobs{state=\"queued\"}", "gamma_queue_depth ")
                .contains("gamma_queue_oldest_wait_seconds ", "gamma_jobs_claim_seconds_bucket{le=\"0.01\"}")
                .contains("gamma_submissions_rejected_total{reason=\"invalid-request\"}")
                .contains("gamma_submissions_rejected_total{reason=\"malformed-json\"}")
                .contains("gamma_sqlite_busy_total", "gamma_replay_rows_total")
                .contains("http_server_requests_seconds_count{", "jvm_memory_used_bytes", "hikaricp_connections");
        assertThat(metrics.lines().filter(line -> line.startsWith("gamma_replay_ticks_total")))
                .allSatisfy(line -> assertThat(Double.parseDouble(line.substring(line.indexOf(' '))))
                        .isGreaterThanOrEqualTo(7810));
    }

    @Test
    void the_worker_logs_the_job_and_the_request_it_came_with() {
        var logger = (Logger) LoggerFactory.getLogger("com.gammareplay.jobs.queue");
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        logger.addAppender(lines);
        logger.setLevel(Level.INFO);
        try {
            var submitted = client.send(client.request(BACKTESTS)
                    .headers("X-Request-Id", "from-afar", "Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"dataset\": \"demo\"}")));
            var job = submitted.headers().firstValue("Location").orElseThrow();
            client.awaitStatus(job, "SUCCEEDED");

            var id = job.substring(job.lastIndexOf('/') + 1);
            assertThat(List.copyOf(lines.list))
                    .anySatisfy(line -> assertThat(line.getMDCPropertyMap())
                            .containsAllEntriesOf(Map.of("job", id, "request", "from-afar")));
        } finally {
            logger.setLevel(null);
            logger.detachAppender(lines);
        }
    }
}
