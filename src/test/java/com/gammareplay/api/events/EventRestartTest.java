package com.gammareplay.api.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.Application;
import com.gammareplay.api.Client;
import com.gammareplay.api.EventReader;
import com.gammareplay.fake.FakeBacktests;
import com.gammareplay.fake.FakeEngine;
import com.gammareplay.fake.FakeTrades;
import com.gammareplay.replay.ReplayListener;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Streams when the service stops, and after. */
class EventRestartTest {

    /** How long a stop waits for requests that do not end. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    @TempDir
    private Path home;

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Application.class, FakeEngine.class)
                .run(
                        "--server.port=0",
                        "--gamma.workers=1",
                        "--gamma.shutdown-grace=100ms",
                        "--spring.lifecycle.timeout-per-shutdown-phase=" + GRACE,
                        "--gamma.home=" + home,
                        "--gamma.data-dir=src/test/resources/no-recordings");
    }

    private static Client client(ConfigurableApplicationContext service) {
        return new Client(service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    private static void twoTradesUntilCancelled(ReplayListener listener) {
        listener.closed(FakeTrades.trade(1));
        listener.closed(FakeTrades.trade(2));
        while (!listener.isCancelled()) {
            listener.progress(FakeBacktests.progress(1));
        }
    }

    @Test
    void a_stop_ends_streams_at_once_and_they_go_on_after_the_next_start() {
        String job;
        String waiting;
        var stopped = start();
        try {
            var client = client(stopped);
            stopped.getBean(FakeBacktests.class).behave((_, listener) -> twoTradesUntilCancelled(listener));
            job = client.submit("{}");
            client.awaitStatus(job, "RUNNING");
            waiting = client.submit("{}");
            try (var reader = EventReader.open(client, job);
                    var other = EventReader.open(client, waiting)) {
                reader.awaitEvent("trade", "1-2-RUNNING");
                other.awaitEvent("state", "0-0-QUEUED");
                var began = Instant.now();
                stopped.close();

                assertThat(Duration.between(began, Instant.now())).isLessThan(GRACE.dividedBy(2));
                assertThat(reader.awaitClosed().lasting())
                        .startsWith("state 1-0-RUNNING", "trade 1-1-RUNNING", "trade 1-2-RUNNING")
                        .noneMatch(event -> event.startsWith("end"));
                assertThat(other.awaitClosed().lasting()).containsExactly("state 0-0-QUEUED");
            }
        } finally {
            stopped.close();
        }
        try (var service = start()) {
            var client = client(service);
            client.awaitStatus(job, "SUCCEEDED");
            try (var reader = EventReader.open(client, job, "1-2-RUNNING")) {
                assertThat(reader.awaitClosed().lasting())
                        .containsExactly(
                                "state 2-0-SUCCEEDED",
                                "trade 2-1-SUCCEEDED",
                                "trade 2-2-SUCCEEDED",
                                "trade 2-3-SUCCEEDED",
                                "end 2-3-SUCCEEDED-end");
            }
            try (var reader = EventReader.open(client, waiting, "0-0-QUEUED")) {
                assertThat(reader.awaitClosed().lasting()).endsWith("end 1-3-SUCCEEDED-end");
            }
        }
    }
}
