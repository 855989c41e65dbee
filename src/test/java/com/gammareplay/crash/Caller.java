package com.gammareplay.crash;

import com.gammareplay.testing.Patience;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a service that may be gone at any moment. */
final class Caller {

    static final String BACKTESTS = "/api/v1/backtests";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Patience.LIMIT;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** The answer; empty if the service is gone. */
    Optional<HttpResponse<String>> send(int port, String path, HttpRequest.Builder request) {
        var complete =
                request.uri(URI.create("http://127.0.0.1:" + port + path)).timeout(PATIENCE);
        try {
            return Optional.of(http.send(complete.build(), BodyHandlers.ofString()));
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    Optional<HttpResponse<String>> get(int port, String path) {
        return send(port, path, HttpRequest.newBuilder());
    }

    static HttpRequest.Builder submission(String key, String body) {
        return HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    /** Waits until something holds. */
    static void await(String what, Duration atMost, BooleanSupplier condition) {
        var deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + atMost.toSeconds() + " s: " + what);
            }
            pause(Duration.ofMillis(20));
        }
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
