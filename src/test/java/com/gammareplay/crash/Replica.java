package com.gammareplay.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.testing.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A replica of the service with a folder of its own and a gate of its own to the database. */
final class Replica implements AutoCloseable {

    private static final Pattern ATTEMPT = Pattern.compile("Started, attempt (\\d+)");

    /** For a machine that has other things to do. */
    private static final Duration SLACK = Duration.ofSeconds(5);

    private final Path folder;
    private final Path recordings;
    private final Gate gate;
    private final String[] settings;
    private final Caller caller = new Caller();
    private @Nullable ServiceProcess process;

    Replica(Path folder, Path recordings, Gate gate, String... settings) {
        this.folder = folder;
        this.recordings = recordings;
        this.gate = gate;
        this.settings = settings;
    }

    /** Begins to start it. */
    void start() {
        process = ServiceProcess.start(folder.resolve("home"), recordings, settings);
    }

    ServiceProcess process() {
        return Objects.requireNonNull(process);
    }

    /** What parts it from the database. */
    Gate gate() {
        return gate;
    }

    HttpResponse<String> get(String path) {
        return send(path, HttpRequest.newBuilder());
    }

    HttpResponse<String> post(String path) {
        return send(path, HttpRequest.newBuilder().POST(BodyPublishers.noBody()));
    }

    HttpResponse<String> send(String path, HttpRequest.Builder request) {
        return caller.send(process().port(), path, request).orElseThrow();
    }

    /** The path of a job that it accepts. */
    String submit(String path, String key, String body) {
        var response = send(path, Caller.submission(key, body));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        return response.headers().firstValue("Location").orElseThrow();
    }

    JsonNode job(String path) {
        return Caller.json(get(path));
    }

    String status(String job) {
        return job(job).path("status").asString();
    }

    void await(String job, String status) {
        Caller.await(job + " is " + status, Patience.LIMIT, () -> status(job).equals(status));
    }

    boolean isReady() {
        return get("/actuator/health/readiness").statusCode() == 200;
    }

    /** Waits until it says that it cannot do its work, and requires that it says so to clients too, in that time. */
    void requireUnavailable(String job, Duration atMost) {
        Caller.await("the replica is not ready", Patience.LIMIT, () -> !isReady());
        requireUnavailable(atMost, () -> get(job));
        requireUnavailable(atMost, () -> send(Caller.BACKTESTS, Caller.submission("any", Cluster.SHORT_BACKTEST)));
    }

    private static void requireUnavailable(Duration atMost, Supplier<HttpResponse<String>> call) {
        var began = System.nanoTime();
        var answer = call.get();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(atMost.plus(SLACK));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    void awaitReady() {
        process().awaitAnswer();
        Caller.await("the replica is ready", Patience.LIMIT, this::isReady);
    }

    /** What it has logged of a job. */
    List<String> log(String job) {
        var mark = "[job " + Cluster.id(job) + "]";
        try (var lines = Files.lines(folder.resolve("service.log"))) {
            return lines.filter(line -> line.contains(mark)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The attempts at a job that began here, in their order. */
    List<Integer> attempts(String job) {
        return log(job).stream()
                .map(ATTEMPT::matcher)
                .filter(Matcher::find)
                .map(match -> Integer.valueOf(match.group(1)))
                .toList();
    }

    @Override
    public void close() {
        Optional.ofNullable(process).ifPresent(ServiceProcess::close);
        gate.close();
    }
}
