package com.gammareplay.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.testing.Patience;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Jobs in every state, by their paths, and what a service shows of those that have ended. */
final class JobsToMove {

    static final String FIRST_KEY = "first";

    private static final String SWEEPS = "/api/v1/sweeps";
    private static final Duration PATIENCE = Patience.LIMIT;
    private static final int WAITING = 40;
    private static final int COMBINATIONS = 3000;
    private static final int MORE_THAN_ANYBODY_WAITS_FOR = 90_000;

    private static final List<String> LISTS = List.of(
            Caller.BACKTESTS + "?tag=kept",
            Caller.BACKTESTS + "?tag=a%5Cb&status=FAILED",
            Caller.BACKTESTS + "?tag=kept&sort=-totalPnl&dataset=trial",
            SWEEPS + "?tag=kept");
    private static final List<String> BACKTEST_PARTS = List.of(
            "",
            "/result",
            "/trades?limit=1000",
            "/trades.csv",
            "/decisions?limit=1000",
            "/decisions.csv",
            "/sessions",
            "/equity",
            "/confidence",
            "/report",
            "/trades/1/path",
            "/deliveries");
    private static final List<String> SWEEP_PARTS = List.of("", "/results?limit=1000", "/results.csv", "/walk-forward");

    private final Caller caller = new Caller();
    private final String hook;

    private String first = "";
    private String swept = "";
    private String cancelled = "";
    private String untold = "";
    private String failed = "";
    private String interrupted = "";
    private final List<String> waiting = new ArrayList<>();

    /** @param hook who is told of ends */
    JobsToMove(String hook) {
        this.hook = hook;
    }

    String backtest(String tag) {
        return """
                {"dataset": "trial", "label": "“it’s” 'so' \\"so\\" \\\\N \\\\. \uD83D\uDE00 漢", "tags": ["%s", "a\\\\b"],
                 "callbackUrl": "%s"}""".formatted(tag, hook);
    }

    private static String sweep(String tag, int samples) {
        return """
                {"base": {"dataset": "trial", "indices": ["SPX"]}, "tags": ["%s"], "intervals": true,
                 "ranges": {"stopLoss": {"min": -0.9, "max": -0.1}}, "samples": %s,
                 "walkForward": {"trainSessions": 1, "testSessions": 1}}""".formatted(tag, Integer.toString(samples));
    }

    HttpResponse<String> submit(ServiceProcess service, String path, String key, String body) {
        var response =
                caller.send(service.port(), path, Caller.submission(key, body)).orElseThrow();
        assertThat(response.statusCode()).as(response.body()).isIn(200, 202);
        return response;
    }

    static String place(HttpResponse<String> submitted) {
        return submitted.headers().firstValue("Location").orElseThrow();
    }

    private void call(ServiceProcess service, String method, String path) {
        var response = caller.send(
                        service.port(), path, HttpRequest.newBuilder().method(method, BodyPublishers.noBody()))
                .orElseThrow();
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 204);
    }

    private String body(ServiceProcess service, String path) {
        var response = caller.get(service.port(), path).orElseThrow();
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }

    JsonNode get(ServiceProcess service, String path) {
        return Caller.json(caller.get(service.port(), path).orElseThrow());
    }

    void awaitEnd(ServiceProcess service, String job, String status) {
        Caller.await(
                job + " ends",
                PATIENCE,
                () -> !get(service, job).path("finishedAt").isNull());
        assertThat(get(service, job).path("status").asString()).isEqualTo(status);
    }

    /** Of the job whose end could not be told at first. */
    JsonNode delivery(ServiceProcess service) {
        return get(service, untold + "/deliveries").path("items").path(0);
    }

    void succeed(ServiceProcess service) {
        first = place(submit(service, Caller.BACKTESTS, FIRST_KEY, backtest("kept")));
        awaitEnd(service, first, "SUCCEEDED");
        swept = place(submit(service, SWEEPS, "swept", sweep("kept", COMBINATIONS)));
        awaitEnd(service, swept, "SUCCEEDED");
        Caller.await(
                "the end is told",
                PATIENCE,
                () -> get(service, first + "/deliveries").toString().contains("DELIVERED"));
    }

    void cancel(ServiceProcess service) {
        cancelled = place(submit(service, SWEEPS, "cancelled", sweep("kept", MORE_THAN_ANYBODY_WAITS_FOR)));
        call(service, "POST", cancelled + "/cancel");
        awaitEnd(service, cancelled, "CANCELLED");
    }

    void cannotTell(ServiceProcess service) {
        untold = place(submit(service, Caller.BACKTESTS, "untold", backtest("kept")));
        awaitEnd(service, untold, "SUCCEEDED");
        Caller.await(
                "it is tried to tell the end",
                PATIENCE,
                () -> !delivery(service).path("attempts").isEmpty());
    }

    /** With a service that gives jobs no time. */
    void fail(ServiceProcess service) {
        failed = place(submit(service, Caller.BACKTESTS, "failed", backtest("kept")));
        awaitEnd(service, failed, "FAILED");
    }

    /** Leaves a sweep that has kept some of its rows, and backtests; the last one is deleted. */
    void begin(ServiceProcess service) {
        interrupted = place(submit(service, SWEEPS, "interrupted", sweep("begun", COMBINATIONS)));
        Caller.await(
                "a slice is kept",
                PATIENCE,
                () -> get(service, interrupted)
                                .path("progress")
                                .path("trialsDone")
                                .asInt()
                        > 0);
        for (var number = 0; number < WAITING; number++) {
            waiting.add(place(submit(service, Caller.BACKTESTS, "waiting-" + number, backtest("begun"))));
        }
        var last = waiting.removeLast();
        call(service, "POST", last + "/cancel");
        call(service, "DELETE", last);
    }

    /** The bytes of all that is shown of jobs that have ended; nothing of it changes when others end. */
    Map<String, String> shown(ServiceProcess service) {
        return Stream.of(
                        LISTS.stream(),
                        BACKTEST_PARTS.stream().map(part -> first + part),
                        SWEEP_PARTS.stream().map(part -> swept + part),
                        Stream.of(untold, untold + "/result", cancelled, failed))
                .flatMap(Function.identity())
                .collect(Collectors.toMap(Function.identity(), path -> body(service, path)));
    }

    /**
     * Each job ends, in the order of acceptance, and the sweep as one that was not interrupted.
     *
     * @param taken the jobs that a worker held when it was killed, begun or not: they wait until it is missed
     */
    void requireEnds(ServiceProcess service, Collection<String> taken) {
        waiting.forEach(job -> awaitEnd(service, job, "SUCCEEDED"));
        awaitEnd(service, interrupted, "SUCCEEDED");
        waiting.forEach(job -> assertThat(body(service, job + "/result")).isEqualTo(body(service, first + "/result")));
        assertThat(waiting.stream()
                        .filter(job -> taken.stream().noneMatch(job::endsWith))
                        .map(job -> get(service, job).path("startedAt").asString()))
                .isSorted();
        List.of("/results.csv", "/walk-forward")
                .forEach(part -> assertThat(body(service, interrupted + part)).isEqualTo(body(service, swept + part)));
    }
}
