package com.gammareplay;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.api.Client;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Whoever copies an example of the description to a service that has just been started is not refused. */
class DescribedExamplesTest {

    private static final List<String> KINDS = List.of("/api/v1/backtests", "/api/v1/sweeps");
    private static final String BODY = "/requestBody/content/application~1json/example";
    private static final String PAPER = "/api/v1/paper-sessions";
    private static final String RECONCILIATIONS = "/api/v1/reconciliations";
    private static final String PARITY = "/api/v1/parity-checks";

    @TempDir
    static Path home;

    private static DemoService service;
    private static Client client;
    private static JsonNode description;

    /** What was answered other than with success, by what was sent. */
    private final Map<String, String> refused = new TreeMap<>();

    private final List<String> sent = new ArrayList<>();

    @BeforeAll
    static void start() {
        service = DemoService.start(home);
        client = service.client();
        description = client.json(client.get("/v3/api-docs"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private void send(String method, String path, String body) {
        var answer = client.send(client.request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
        var what = method + " " + path + " " + body;
        sent.add(what);
        if (answer.statusCode() / 100 != 2) {
            refused.put(what, answer.body());
        }
    }

    @Test
    void the_bodies_of_requests() {
        for (var kind : KINDS) {
            var example = example(kind);
            assertThat(example.isObject()).isTrue();
            send("POST", kind, example.toString());
        }
        assertThat(description.findParents("requestBody").stream().filter(call -> call.has("operationId")))
                .as("other calls with bodies, but for the one that the service sends itself")
                .extracting(call -> call.path("operationId").asString())
                .containsExactlyInAnyOrder(
                        "submitBacktest",
                        "submitSweep",
                        "askWhatIf",
                        "compareBacktests",
                        "reconcileTrades",
                        "backtestEnded",
                        "beginPaperSession",
                        "checkParity");
        assertThat(refused).isEmpty();
    }

    /** Two sessions of one source never share an index, so each is stopped before the next. */
    @Test
    void the_requests_of_paper_sessions() {
        var requests = Stream.concat(
                        Stream.of(example(PAPER)),
                        description.path("paths").properties().stream()
                                .filter(path -> path.getKey().startsWith(PAPER))
                                .flatMap(path -> path.getValue().findValues("example").stream())
                                .flatMap(example -> Stream.concat(
                                        Stream.of(example),
                                        example.path("items").valueStream()))
                                .map(session -> session.path("request"))
                                .filter(JsonNode::isObject))
                .toList();
        assertThat(requests).hasSizeGreaterThan(4);
        for (var request : requests) {
            var begun = client.post(PAPER, request.toString());
            assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
            var session = begun.headers().firstValue("Location").orElseThrow();
            var id = session.substring(session.lastIndexOf('/') + 1);
            var shown = example(PARITY).path("paperSession").asString();
            send("POST", PARITY, example(PARITY).toString().replace(shown, id));
            client.post(session + "/stop", "");
            client.awaitStatus(session, "STOPPED");
        }
        assertThat(refused).isEmpty();
    }

    @Test
    void the_request_of_a_reconciliation() {
        var job = succeeded(KINDS.getFirst());
        var example = example(RECONCILIATIONS);
        send(
                "POST",
                RECONCILIATIONS,
                example.toString()
                        .replace(example.path("backtest").asString(), job.substring(job.lastIndexOf('/') + 1)));

        assertThat(sent).hasSize(1);
        assertThat(refused).isEmpty();
    }

    private static JsonNode example(String kind) {
        return description.path("paths").path(kind).at("/post" + BODY);
    }

    /** The request of a job can be submitted again. */
    @Test
    void the_requests_within_the_examples_of_answers() {
        description
                .path("paths")
                .properties()
                .forEach(path -> KINDS.stream()
                        .filter(path.getKey()::startsWith)
                        .forEach(kind -> path.getValue().findValues("example").stream()
                                .flatMap(example -> Stream.concat(
                                        Stream.of(example),
                                        example.path("items").valueStream()))
                                .filter(job -> job.path("request").isObject())
                                .forEach(job ->
                                        send("POST", kind, job.path("request").toString()))));

        assertThat(sent).hasSizeGreaterThan(5);
        assertThat(refused).isEmpty();
    }

    @Test
    void the_fields_of_requests() {
        description
                .at("/components/schemas/BacktestRequest/properties")
                .properties()
                .forEach(field -> Stream.of("example", "default")
                        .filter(field.getValue()::has)
                        .forEach(value -> send(
                                "POST",
                                KINDS.getFirst(),
                                "{\"" + field.getKey() + "\": "
                                        + field.getValue().path(value) + "}")));

        assertThat(sent)
                .contains(
                        "POST /api/v1/backtests {\"databaseZone\": \"America/New_York\"}",
                        "POST /api/v1/backtests {\"preset\": \"live\"}");
        assertThat(refused).isEmpty();
    }

    @Test
    void the_parameters_of_calls() {
        var jobs = KINDS.stream().map(DescribedExamplesTest::succeeded).toList();
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(call -> call.getValue()
                                .path("parameters")
                                .forEach(parameter -> parameter(
                                        call.getKey(),
                                        filled(path.getKey(), jobs),
                                        parameter,
                                        call.getValue().at(BODY)))));

        assertThat(sent)
                .contains(
                        "GET /api/v1/backtests?sort=-totalPnl ",
                        "GET " + jobs.getLast() + "/results?sort=-sharpe ",
                        "POST /api/v1/datasets/demo/prepare ",
                        "GET " + jobs.getFirst() + "/trades/1/path ");
        assertThat(sent).anyMatch(call -> call.startsWith("POST " + jobs.getFirst() + "/trades/1/what-if {"));
        assertThat(refused).isEmpty();
    }

    private static String succeeded(String kind) {
        var job = client.post(kind, example(kind).toString())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        client.awaitStatus(job, "SUCCEEDED");
        return job;
    }

    /** With the id of a job that there is. */
    private static String filled(String path, List<String> jobs) {
        return path.replace("/api/v1/backtests/{id}", jobs.getFirst()).replace("/api/v1/sweeps/{id}", jobs.getLast());
    }

    private void parameter(String method, String path, JsonNode parameter, JsonNode body) {
        var name = parameter.path("name").asString();
        for (var value : Stream.of("/example", "/schema/example", "/schema/default")
                .map(parameter::at)
                .filter(value -> !value.isMissingNode())
                .toList()) {
            var text = URLEncoder.encode(value.asString(), StandardCharsets.UTF_8);
            send(
                    method.toUpperCase(Locale.ROOT),
                    parameter.path("in").asString().equals("path")
                            ? path.replace("{" + name + "}", text)
                            : path + "?" + name + "=" + text,
                    body.isMissingNode() ? "" : body.toString());
        }
    }
}
