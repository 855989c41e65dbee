package com.gammareplay.marketdata.tradier;

import com.gammareplay.marketdata.FeedException;
import com.gammareplay.marketdata.FeedException.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes one request and reads its answer, and fails with nothing but a {@code FeedException}. Thread-safe. */
final class TradierCalls implements AutoCloseable {

    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FIRST_SERVER_ERROR = 500;

    // one number that is none must not cost the whole answer
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final TradierSettings settings;
    private final InstantSource clock;
    private final RateLimit limit;
    private final ClockSkew skew;
    private final HttpClient http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    TradierCalls(TradierSettings settings, InstantSource clock, RateLimit limit, ClockSkew skew) {
        this.settings = settings;
        this.clock = clock;
        this.limit = limit;
        this.skew = skew;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .build();
    }

    /** Makes a request that is over by an instant. The call has a thread of its own, to be cut off at any point. */
    JsonNode call(HttpRequest request, Instant until) {
        var now = clock.instant();
        if (limit.wait(now).isPositive()) {
            throw new FeedException(
                    Kind.RATE_LIMITED,
                    settings.host() + " wants no request for " + seconds(limit.wait(now))
                            + ", for too many were made.");
        }
        var left = Duration.between(now, until);
        if (!left.isPositive()) {
            throw new FeedException(Kind.TIMEOUT, "No time was left to ask for " + asked(request) + ".");
        }
        var time = left.compareTo(settings.requestTimeout()) < 0 ? left : settings.requestTimeout();
        var call = threads.submit(() -> exchange(request));
        try {
            return call.get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw failure(request, Objects.requireNonNullElse(e.getCause(), e));
        } catch (TimeoutException e) {
            throw new FeedException(
                    Kind.TIMEOUT, asked(request) + " was not answered within " + seconds(time) + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FeedException(Kind.UNAVAILABLE, "Asking for " + asked(request) + " was given up.", e);
        } finally {
            call.cancel(true);
        }
    }

    private JsonNode exchange(HttpRequest request) throws IOException, InterruptedException {
        var sent = clock.instant();
        var response = http.send(request, BodyHandlers.ofInputStream());
        try (var body = response.body()) {
            var received = clock.instant();
            skew.note(response.headers(), sent, received);
            limit.note(response.statusCode(), response.headers(), received);
            requireOk(response);
            var answer = body.readNBytes(settings.maxAnswer() + 1);
            if (answer.length > settings.maxAnswer()) {
                throw new FeedException(
                        Kind.BAD_ANSWER,
                        asked(request) + " was answered with more than " + settings.maxAnswer() + " bytes.");
            }
            return JSON.readTree(answer);
        } catch (JacksonException e) {
            var form = isPage(response) ? "a web page" : "what is no JSON";
            throw new FeedException(Kind.BAD_ANSWER, asked(request) + " was answered with " + form + ".", e);
        }
    }

    private void requireOk(HttpResponse<?> response) {
        var status = response.statusCode();
        if (status == UNAUTHORIZED || status == FORBIDDEN) {
            throw new FeedException(
                    Kind.UNAUTHORIZED,
                    settings.host()
                            + " does not accept the token (TRADIER_TOKEN): one of the sandbox is not valid on the"
                            + " live host, nor one of the live host in the sandbox.");
        }
        if (status != OK) {
            throw new FeedException(
                    status == TOO_MANY_REQUESTS
                            ? Kind.RATE_LIMITED
                            : status >= FIRST_SERVER_ERROR ? Kind.UNAVAILABLE : Kind.BAD_ANSWER,
                    asked(response.request()) + " was answered with status " + status + ".");
        }
    }

    private static boolean isPage(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
    }

    private FeedException failure(HttpRequest request, Throwable cause) {
        return switch (cause) {
            case FeedException failure -> failure;
            case HttpTimeoutException e ->
                new FeedException(
                        Kind.TIMEOUT,
                        "No connection to " + settings.host() + " within " + seconds(settings.connectTimeout()) + ".",
                        e);
            case IOException e ->
                new FeedException(
                        Kind.UNAVAILABLE,
                        asked(request) + " was not answered: "
                                + Objects.requireNonNullElse(e.getMessage(), "no connection") + ".",
                        e);
            default -> new FeedException(Kind.BAD_ANSWER, asked(request) + " failed: " + cause, cause);
        };
    }

    private static String asked(HttpRequest request) {
        URI url = request.uri();
        return url.getHost() + url.getPath();
    }

    private static String seconds(Duration time) {
        return Math.ceilDiv(time.toMillis(), 100) / 10.0 + " s";
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.shutdownNow();
    }
}
