package com.gammareplay.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.Application;
import com.gammareplay.testing.DemoFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The service with the real engine on the demo. With {@code -Dgamma.fuzz=10000} so many requests are sent. */
@Tag("trial")
class HostileRequestsTest {

    private static final int REQUESTS = Integer.getInteger("gamma.fuzz", 1000);
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})[ \r]");
    private static final Pattern INTERNAL = Pattern.compile(
            "(?i)exception|\\bat [a-z]+\\.|springframework|apache|tomcat|jackson|sqlite_|org\\.sqlite|jdbc|hikari|gammareplay\\."
                    + "|java\\.|jakarta|stack ?trace|<html|\\bselect .* from|\\binsert into|/work/|/root/|/home/|/tmp/|jobs\\.db|test-demo|\\.java\\b|\\bcom\\.");
    private static final Pattern SQL =
            Pattern.compile("(?i)\\bsql|\\bselect\\b|\\bdelete from\\b|\\bpragma\\b|\\bconstraint\\b");

    /** A request that takes longer hangs. */
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    @TempDir
    static Path home;

    private static ConfigurableApplicationContext service;
    private static Client client;
    private static RawHttp raw;

    @BeforeAll
    static void start() {
        service = SpringApplication.run(
                Application.class,
                "--server.port=0",
                "--gamma.workers=1",
                "--gamma.sweep-threads=1",
                "--gamma.shutdown-grace=0s",
                "--gamma.prepare.enabled=false",
                "--gamma.home=" + home,
                "--gamma.data-dir=" + DemoFolder.path());
        var port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        client = new Client(port);
        raw = new RawHttp(port);
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    /** A backtest, a paper session and two sweeps that have ended, one of these with a walk-forward test. */
    private static HostileRequests.Existing existing() {
        var backtest = client.submit("{\"dataset\": \"demo\"}");
        var base =
                "{\"base\": {\"dataset\": \"demo\"}, \"grid\": {\"stopLoss\": [-0.1, -0.15], \"maxOpenPositions\": [1, 3]}";
        var sweep = sweep(base + "}");
        var tested = sweep(base + ", \"walkForward\": {\"trainSessions\": 2, \"testSessions\": 1}}");
        for (var job : List.of(backtest, sweep, tested)) {
            client.awaitStatus(job, "SUCCEEDED");
        }
        var paper = client.post(
                        "/api/v1/paper-sessions", "{\"source\": \"demo\", \"speed\": 1000000, \"indices\": [\"SPX\"]}")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        client.awaitStatus(paper, "FINISHED");
        return new HostileRequests.Existing(
                "demo", List.of(id(backtest)), List.of(id(sweep), id(tested)), List.of(id(paper)));
    }

    private static String sweep(String json) {
        return client.post("/api/v1/sweeps", json)
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private static String id(String job) {
        return job.substring(job.lastIndexOf('/') + 1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = 20_260_112)
    void no_request_breaks_the_service_or_shows_its_inside(long seed) throws IOException {
        var requests = new HostileRequests(Path.of("api-spec/openapi.yaml"), existing(), seed);
        var complaints = new ArrayList<String>();
        for (var number = 0; number < REQUESTS; number++) {
            var request = requests.next();
            var start = System.nanoTime();
            var answer = answer(request);
            var hangs = System.nanoTime() - start > DEADLINE.toNanos();
            (hangs ? Optional.of("it took too long: " + shown(answer)) : complaint(request, answer))
                    .ifPresent(complaint -> complaints.add(complaint + "\n--- to\n" + shown(request)));
        }

        assertThat(complaints).isEmpty();
        client.awaitStatus(client.submit("{\"dataset\": \"demo\"}"), "SUCCEEDED");
    }

    private String answer(String request) {
        try {
            return raw.send(request, DEADLINE);
        } catch (IOException e) { // no answer in time, or a connection that was cut
            return e.toString();
        }
    }

    private static Optional<String> complaint(String request, String answer) {
        var status = STATUS.matcher(answer);
        if (!status.lookingAt() && answer.startsWith("{\"type\":\"urn:gamma-replay:problem:bad-request\"")) {
            return Optional.empty(); // a request without a version is of the first one, whose answers had no head
        }
        if (!status.lookingAt()) {
            return Optional.of("no answer: " + shown(answer));
        }
        var code = Integer.parseInt(status.group(1));
        var told = code < 400 ? answer.replace("<html", "") : answer; // the report of a backtest is a page
        if (code >= 500
                || INTERNAL.matcher(told).find()
                || (code >= 400 && SQL.matcher(answer).find())) {
            return Optional.of(shown(answer));
        }
        if (request.startsWith("OPTIONS * ")) {
            return Optional.empty(); // Tomcat answers a ping before anything of the service is asked
        }
        var hasBody = !request.startsWith("HEAD ");
        if (code >= 400 && (!answer.contains("X-Request-Id: ") || !answer.contains("application/problem+json"))) {
            return Optional.of("no problem: " + shown(answer));
        }
        if (code >= 400 && hasBody && !answer.contains("\"requestId\":\"")) {
            return Optional.of("no body: " + shown(answer));
        }
        return Optional.empty();
    }

    private static String shown(String text) {
        return text.length() > 1200 ? text.substring(0, 1200) + "..." : text;
    }
}
