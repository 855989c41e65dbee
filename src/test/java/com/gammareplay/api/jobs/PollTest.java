package com.gammareplay.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gammareplay.api.Client;
import com.gammareplay.api.ServiceTest;
import com.gammareplay.fake.FakeBacktests;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Looking at jobs again and again, with a queue for three. */
@ServiceTest
@TestPropertySource(properties = "gamma.max-queued=3")
class PollTest {

    private static final String BACKTESTS = "/api/v1/backtests";

    private final FakeBacktests backtests;
    private final Client client;
    private final CountDownLatch release = new CountDownLatch(1);

    @Autowired
    PollTest(FakeBacktests backtests, @LocalServerPort int port) {
        this.backtests = backtests;
        client = new Client(port);
        backtests.behave((_, listener) -> {
            listener.progress(FakeBacktests.progress(4));
            release.await();
        });
    }

    @AfterEach
    void nothing_runs_on() {
        release.countDown();
        backtests.behaveQuickly();
        await().untilAsserted(() -> assertThat(
                        queue().path("running").asInt() + queue().path("queued").asInt())
                .isZero());
    }

    private JsonNode queue() {
        return client.json(client.get("/api/v1/queue"));
    }

    private HttpResponse<String> get(String job, String tag) {
        return client.send(client.request(job).header("If-None-Match", tag));
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void the_entity_tag_changes_with_the_job() {
        var job = client.submit("{}");
        client.awaitStatus(job, "RUNNING");
        await().untilAsserted(
                        () -> assertThat(header(client.get(job), "ETag")).isEqualTo(header(client.get(job), "ETag")));
        var running = client.get(job);
        release.countDown();
        client.awaitStatus(job, "SUCCEEDED");
        var ended = client.get(job);

        assertThat(header(running, "ETag")).startsWith("\"").isNotEqualTo(header(ended, "ETag"));
        assertThat(header(running, "Retry-After")).matches("[1-9]\\d*");
        assertThat(header(ended, "Retry-After")).isEmpty();
        assertThat(get(job, header(running, "ETag")).statusCode()).isEqualTo(200);
        var same = get(job, header(ended, "ETag"));
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(header(same, "ETag")).isEqualTo(header(ended, "ETag"));
        assertThat(header(ended, "Cache-Control")).isEqualTo("private, no-cache");
    }

    @Test
    void any_tag_is_known_to_who_names_all() {
        var job = client.submit("{}");
        client.awaitStatus(job, "RUNNING");
        release.countDown();
        client.awaitStatus(job, "SUCCEEDED");
        var sweep = client.json(client.post("/api/v1/sweeps", "{\"base\": {}, \"grid\": {\"step\": [30]}}"))
                .path("links")
                .path("self")
                .asString();
        client.awaitStatus(sweep, "SUCCEEDED");

        for (var shown : List.of(
                job,
                job + "/result",
                job + "/trades",
                job + "/trades.csv",
                job + "/decisions?limit=1",
                sweep,
                sweep + "/results",
                sweep + "/results.csv",
                BACKTESTS,
                "/api/v1/sweeps",
                "/api/v1/datasets",
                "/api/v1/strategies",
                "/api/v1/queue")) {
            assertThat(client.get(shown).statusCode()).as(shown).isEqualTo(200);
            var same = get(shown, "*");
            assertThat(same.statusCode()).as(shown).isEqualTo(304);
            assertThat(same.body()).isEmpty();
            assertThat(header(same, "ETag")).isEqualTo(header(client.get(shown), "ETag"));
            assertThat(header(same, "Cache-Control")).isEqualTo("private, no-cache");
            assertThat(client.send(client.request(shown).HEAD().header("If-None-Match", "*"))
                            .statusCode())
                    .isEqualTo(304);
        }
        for (var other : List.of(BACKTESTS + "/nothing", BACKTESTS + "?limit=x", job + "/walkforward")) {
            assertThat(get(other, "*").body()).isNotEmpty().contains("\"code\"");
            assertThat(get(other, "*").statusCode()).isEqualTo(client.get(other).statusCode());
        }
        assertThat(client.send(client.request(job + "/events")
                                .header("If-None-Match", "*")
                                .header("Last-Event-ID", "0-0-QUEUED"))
                        .body())
                .contains("event:end");
        assertThat(get(BACKTESTS + "/nothing", "*").statusCode()).isEqualTo(404);
    }

    @Test
    void a_place_in_the_queue_is_part_of_what_the_tag_stands_for() {
        var jobs = new ArrayList<String>();
        for (var number = 0; number < 2; number++) {
            jobs.add(client.submit("{}"));
            client.awaitStatus(jobs.getLast(), "RUNNING");
        }
        var next = client.submit("{}");
        var last = client.submit("{}");
        var before = client.get(last);
        client.post(next + "/cancel", "");

        assertThat(client.json(before).path("queuePosition").asInt()).isEqualTo(2);
        var after = get(last, header(before, "ETag"));
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(client.json(after).path("queuePosition").asInt()).isEqualTo(1);
    }

    @Test
    void a_full_queue_refuses_and_says_when_to_come_back() {
        for (var number = 0; number < 2; number++) {
            client.awaitStatus(client.submit("{}"), "RUNNING");
        }
        for (var number = 0; number < 3; number++) {
            assertThat(header(client.post(BACKTESTS, "{}"), "Retry-After")).isEqualTo("1");
        }
        var refused = client.post(BACKTESTS, "{}");

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(client.json(refused).path("code").asString()).isEqualTo("queue-full");
        assertThat(header(refused, "Retry-After")).isNotEmpty();
        assertThat(queue().path("queued").asInt()).isEqualTo(3);
        assertThat(queue().path("running").asInt()).isEqualTo(2);
        assertThat(queue().path("limits").toString()).isEqualTo("{\"workers\":2,\"maxQueued\":3}");
        assertThat(queue().path("oldestWaitSeconds").asDouble()).isNotNegative();
    }

    @Test
    void a_result_that_is_not_ready_says_when_to_come_back() {
        var job = client.submit("{}");
        client.awaitStatus(job, "RUNNING");

        var result = client.get(job + "/result");

        assertThat(result.statusCode()).isEqualTo(409);
        assertThat(header(result, "Retry-After")).matches("[1-9]\\d*");
    }
}
