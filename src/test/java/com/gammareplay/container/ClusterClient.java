package com.gammareplay.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.api.Client;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A client that repeats a request once if it is asked to by 503. */
final class ClusterClient {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Set<String> FINAL = Set.of("SUCCEEDED", "FAILED", "CANCELLED");

    private final Client client;
    private final String body;

    /** @param body what it submits */
    ClusterClient(Client client, String body) {
        this.client = client;
        this.body = body;
    }

    /** The answer to a submission with a key. */
    HttpResponse<String> submit(String key) {
        return client.send(submission().header("Idempotency-Key", key));
    }

    private HttpResponse<String> submit() {
        return client.send(submission());
    }

    private HttpRequest.Builder submission() {
        return client.request("/api/v1/backtests")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    /**
     * Submits jobs and waits for the end of each, one after the other, as long as it is to; all of them.
     *
     * @param withKeys whether it may be repeated by whoever loses a submission
     */
    List<String> work(boolean withKeys, BooleanSupplier goesOn) throws InterruptedException {
        var jobs = new ArrayList<String>();
        while (goesOn.getAsBoolean()) {
            var key = UUID.randomUUID().toString();
            var accepted = patiently(withKeys ? () -> submit(key) : this::submit);
            assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
            var job = accepted.headers().firstValue("Location").orElseThrow();
            jobs.add(job);
            do {
                Thread.sleep(PAUSE);
            } while (!FINAL.contains(status(job)));
        }
        return jobs;
    }

    private String status(String job) throws InterruptedException {
        var polled = patiently(() -> client.get(job));
        assertThat(polled.statusCode()).as(polled.body()).isEqualTo(200);
        return client.json(polled).path("status").asString();
    }

    private static HttpResponse<String> patiently(Supplier<HttpResponse<String>> call) throws InterruptedException {
        var answer = call.get();
        if (answer.statusCode() != 503) {
            return answer;
        }
        Thread.sleep(Duration.ofSeconds(
                answer.headers().firstValueAsLong("Retry-After").orElseThrow()));
        return call.get();
    }
}
