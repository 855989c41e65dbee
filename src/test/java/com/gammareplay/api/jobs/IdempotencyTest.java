package com.gammareplay.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.api.Client;
import com.gammareplay.api.ServiceTest;
import com.gammareplay.fake.FakeBacktests;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class IdempotencyTest {

    private static final String BACKTESTS = "/api/v1/backtests";

    private final FakeBacktests backtests;
    private final Client client;
    private final String key = UUID.randomUUID().toString();

    @Autowired
    IdempotencyTest(FakeBacktests backtests, @LocalServerPort int port) {
        this.backtests = backtests;
        client = new Client(port);
    }

    @BeforeEach
    void runs_are_quick() {
        backtests.behaveQuickly();
    }

    private HttpResponse<String> submit(String key, String body) {
        return client.send(client.request(BACKTESTS)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    private String code(HttpResponse<String> response) {
        return client.json(response).path("code").asString();
    }

    @Test
    void the_same_submission_gives_the_same_job() {
        var first = submit(key, "{}");
        var second = submit(key, "{}");

        assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
    }

    @Test
    void another_body_with_the_same_key_is_refused() {
        submit(key, "{}");

        var other = submit(key, "{\"label\": \"other\"}");

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(code(other)).isEqualTo("idempotency-key-reused");
    }

    @Test
    void a_submission_that_was_wrong_leaves_its_key_free() {
        assertThat(submit(key, "{\"dataset\": \"nowhere\"}").statusCode()).isEqualTo(400);

        assertThat(submit(key, "{}").statusCode()).isEqualTo(202);
    }

    @Test
    void two_at_once_give_one_job() throws InterruptedException {
        var start = new CountDownLatch(1);
        var answers = new ConcurrentLinkedQueue<HttpResponse<String>>();
        var threads = IntStream.range(0, 8)
                .mapToObj(_ -> Thread.ofVirtual().start(() -> {
                    try {
                        start.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    answers.add(submit(key, "{}"));
                }))
                .toList();
        start.countDown();
        for (var thread : threads) {
            thread.join();
        }

        assertThat(answers)
                .hasSize(8)
                .allSatisfy(answer -> assertThat(answer.statusCode()).isIn(202, 409));
        assertThat(answers.stream()
                        .filter(answer -> answer.statusCode() == 202)
                        .map(answer -> answer.headers().firstValue("Location").orElseThrow())
                        .distinct())
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
                .allSatisfy(answer -> {
                    assertThat(code(answer)).isEqualTo("idempotency-key-in-use");
                    assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
                });
    }

    @Test
    void a_deleted_job_frees_its_key() {
        var first = submit(key, "{}").headers().firstValue("Location").orElseThrow();
        client.awaitStatus(first, "SUCCEEDED");
        client.delete(first);

        assertThat(submit(key, "{}").headers().firstValue("Location").orElseThrow())
                .isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b"})
    void a_key_must_be_of_visible_characters(String wrong) {
        assertThat(submit(wrong, "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void two_keys_are_refused() {
        var refused = client.send(client.request(BACKTESTS)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString("{}")));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(code(refused)).isEqualTo("invalid-request");
        assertThat(submit(key + ",b", "{}").statusCode()).isEqualTo(202);
    }

    @Test
    void a_key_has_at_most_255_characters() {
        assertThat(submit("k".repeat(256), "{}").statusCode()).isEqualTo(400);
        assertThat(submit(key + "k".repeat(255 - key.length()), "{}").statusCode())
                .isEqualTo(202);
    }
}
