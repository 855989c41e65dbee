package com.gammareplay.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receivers that take a connection and do not answer, for longer than any test waits. */
class SilentReceiversTest {

    private static final int EACH = Receivers.MOST_CALLS + 2;

    private final CountDownLatch released = new CountDownLatch(1);

    private Receiver silent() {
        try {
            return Receiver.start(caller -> {
                released.await();
                Receiver.status(200).to(caller);
            });
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void others_are_told_at_once(@TempDir Path home) throws IOException {
        var silent = IntStream.range(0, 4).mapToObj(_ -> silent()).toList();
        try (var service = WebhookService.start(home, "--gamma.webhooks.timeout=1h");
                var prompt = Receiver.start(Receiver.status(200))) {
            var waiting = new ArrayList<String>();
            for (var number = 0; number < EACH; number++) {
                silent.forEach(receiver -> waiting.add(service.submit(receiver)));
            }
            await().untilAsserted(() -> assertThat(calls(silent)).containsOnly(Receivers.MOST_CALLS));

            for (var number = 0; number < EACH; number++) {
                service.awaitState(service.submit(prompt), "DELIVERED");
            }

            assertThat(calls(silent)).containsOnly(Receivers.MOST_CALLS);
            assertThat(waiting.stream()
                            .map(job -> service.deliveries(job)
                                    .path(0)
                                    .path("attempts")
                                    .size()))
                    .as("waiting for a turn is no attempt")
                    .contains(0)
                    .allMatch(attempts -> attempts <= 1);
            released.countDown();
            waiting.forEach(job -> service.awaitState(job, "DELIVERED"));
            assertThat(calls(silent)).containsOnly(EACH);
        } finally {
            for (var receiver : silent) {
                receiver.close();
            }
        }
    }

    private static List<Integer> calls(List<Receiver> receivers) {
        return receivers.stream().map(receiver -> receiver.requests().size()).toList();
    }
}
