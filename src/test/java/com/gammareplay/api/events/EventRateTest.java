package com.gammareplay.api.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gammareplay.api.Client;
import com.gammareplay.api.ServiceTest;
import com.gammareplay.jobs.JobKind;
import com.gammareplay.jobs.intake.Jobs;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Streams of events of a caller that may call twice at once, and once a second from then on. */
@ServiceTest
@TestPropertySource(properties = "gamma.rate-limit=1")
class EventRateTest {

    private final Jobs jobs;
    private final Client client;

    @Autowired
    EventRateTest(Jobs jobs, @LocalServerPort int port) {
        this.jobs = jobs;
        client = new Client(port);
    }

    private String endedJob() {
        var id = jobs.submit("{}".getBytes(StandardCharsets.UTF_8), null).job().id();
        await().until(() ->
                jobs.find(JobKind.BACKTEST, id).orElseThrow().status().isFinal());
        return id;
    }

    private HttpResponse<String> stream(String job) {
        return client.send(
                client.request("/api/v1/backtests/" + job + "/events").header("Last-Event-ID", "0-0-QUEUED"));
    }

    /** The server dispatches its request a second time when it ends. */
    @Test
    void a_stream_counts_as_one_call() {
        var job = endedJob();
        for (var call = 0; call < 2; call++) {
            var stream = stream(job);
            assertThat(stream.statusCode()).as(stream.body()).isEqualTo(200);
            assertThat(stream.body()).contains("event:end");
        }
        await().pollInterval(Duration.ofMillis(1))
                .untilAsserted(() -> assertThat(stream(job).statusCode()).isEqualTo(429));
    }
}
