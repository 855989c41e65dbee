package com.gammareplay.crash;

import com.gammareplay.marketdata.sqlite.SyntheticRecordings;
import com.gammareplay.testing.Patience;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;

/**
 * Kills the service at random moments while it has a hundred jobs in flight, and starts it again, round after round.
 * Every job that was accepted must end once and be there once; its result must never be seen in part, and must be the
 * same bytes as that of an undisturbed run.
 */
final class CrashTrial {

    private static final int JOBS = 100;
    private static final LocalDate SESSION = LocalDate.of(2026, 1, 12);
    private static final Duration START = Patience.LIMIT;
    private static final Duration TAKEN_UP = Duration.ofSeconds(5);
    private static final Duration ALL_DONE = Duration.ofMinutes(10);

    private final Path home;
    private final Path recordings;
    private final SplittableRandom random;
    private final PrintStream out;
    private final Caller caller = new Caller();

    /** Paths of accepted jobs by their idempotency keys. */
    private final Map<String, String> accepted = new LinkedHashMap<>();

    /** When each job ended, as it was first seen. */
    private final Map<String, String> finishedAt = new LinkedHashMap<>();

    private String expected = "";
    private int submitted;

    CrashTrial(Path folder, long seed, PrintStream out) throws IOException {
        this.home = folder.resolve("home");
        this.recordings = Files.createDirectories(folder.resolve("recordings"));
        this.random = new SplittableRandom(seed);
        this.out = out;
        new SyntheticRecordings().write(recordings.resolve("trial.db"), true, SESSION, 1, 1, (_, _) -> {});
    }

    /** The script's entry: rounds and a seed. */
    public static void main(String[] arguments) throws IOException {
        var rounds = Integer.parseInt(arguments[0]);
        var seed = Long.parseLong(arguments[1]);
        new CrashTrial(Files.createTempDirectory("gamma-crash"), seed, System.out).run(rounds);
    }

    void run(int rounds) {
        for (var round = 1; round <= rounds; round++) {
            try (var service = start()) {
                if (expected.isEmpty()) {
                    expected = undisturbed(service);
                }
                fill(service);
                var delay = Duration.ofMillis(random.nextInt(200, 2000));
                watch(service, delay);
                service.kill();
                out.println("round " + round + ": killed after " + delay.toMillis() + " ms, " + accepted.size()
                        + " jobs accepted, " + finishedAt.size() + " seen to end");
            }
        }
        try (var service = start()) {
            finish(service);
            service.stop();
        }
        out.println(accepted.size() + " jobs accepted, each ended once, all with the same result");
    }

    private ServiceProcess start() {
        var begun = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var service =
                ServiceProcess.start(home, recordings, "--gamma.workers=2").awaitAnswer();
        if (accepted.size() > finishedAt.size()) {
            Caller.await("jobs are taken up", TAKEN_UP, () -> isAtWork(service, begun));
        }
        return service;
    }

    /** Whether a job was begun since then, not merely left as running by an earlier process; or none is left. */
    private boolean isAtWork(ServiceProcess service, Instant since) {
        return isIdle(service)
                || accepted.values().stream()
                        .filter(job -> !finishedAt.containsKey(job))
                        .anyMatch(job -> isBegun(service, job, since));
    }

    private boolean isBegun(ServiceProcess service, String job, Instant since) {
        var startedAt = Caller.json(caller.get(service.port(), job).orElseThrow())
                .path("startedAt")
                .asString("");
        return !startedAt.isEmpty() && !Instant.parse(startedAt).isBefore(since);
    }

    private static String body(int number) {
        return "{\"dataset\": \"trial\", \"indices\": [\"SPX\"], \"label\": \"job " + number + "\"}";
    }

    private String undisturbed(ServiceProcess service) {
        submit(service, 0);
        var job = Objects.requireNonNull(accepted.get("key-0"), "the first job must be accepted");
        Caller.await("the first job ends", START, () -> status(service, job).equals("SUCCEEDED"));
        submitted = 1;
        return caller.get(service.port(), job + "/result").orElseThrow().body();
    }

    /** Submits until a hundred jobs are in flight. */
    private void fill(ServiceProcess service) {
        for (var number = 0; number < submitted; number++) {
            if (!accepted.containsKey("key-" + number)) {
                submit(service, number);
            }
        }
        for (var open = accepted.size() - finishedAt.size(); open < JOBS; open++) {
            submit(service, submitted++);
        }
    }

    /** With the same key after a crash, so that a job whose acceptance was not heard of is not there twice. */
    private void submit(ServiceProcess service, int number) {
        var key = "key-" + number;
        caller.send(service.port(), Caller.BACKTESTS, Caller.submission(key, body(number)))
                .ifPresent(response -> {
                    require(response.statusCode() == 202, "a job must be accepted: " + response.body());
                    var path = response.headers().firstValue("Location").orElseThrow();
                    require(path.equals(accepted.getOrDefault(key, path)), "one key must give one job");
                    accepted.put(key, path);
                });
    }

    /** Looks at jobs for a while, and goes on submitting. */
    private void watch(ServiceProcess service, Duration time) {
        var end = System.nanoTime() + time.toNanos();
        var jobs = accepted.values().toArray(String[]::new);
        while (System.nanoTime() < end) {
            look(service, jobs[random.nextInt(jobs.length)]);
            if (random.nextInt(10) == 0) {
                submit(service, submitted++);
            }
        }
    }

    private String status(ServiceProcess service, String job) {
        return caller.get(service.port(), job)
                .map(Caller::json)
                .map(json -> json.path("status").asString())
                .orElse("");
    }

    /** A result is there as a whole or not at all, and an end is for ever. */
    private void look(ServiceProcess service, String job) {
        var result = caller.get(service.port(), job + "/result");
        result.ifPresent(response -> require(isWholeOrNone(response), "a result must be whole: " + response.body()));
        var seen = caller.get(service.port(), job).map(Caller::json);
        seen.ifPresent(json -> ended(job, json));
    }

    private boolean isWholeOrNone(HttpResponse<String> response) {
        return response.statusCode() == 409
                || (response.statusCode() == 200 && response.body().equals(expected));
    }

    private void ended(String job, JsonNode json) {
        var known = finishedAt.get(job);
        var status = json.path("status").asString();
        if (known != null || status.equals("SUCCEEDED")) {
            require(status.equals("SUCCEEDED"), "an end must be for ever: " + json);
            var at = json.path("finishedAt").asString();
            require(known == null || known.equals(at), "a job must end once: " + json);
            finishedAt.put(job, at);
        }
        require(!status.equals("FAILED") && !status.equals("CANCELLED"), "a job must not fail: " + json);
    }

    /** Submits what was not answered, waits for all, and looks at each. */
    private void finish(ServiceProcess service) {
        for (var number = 0; number < submitted; number++) {
            submit(service, number);
        }
        require(accepted.size() == submitted, "every submission must be accepted in the end");
        Caller.await("all jobs end", ALL_DONE, () -> isIdle(service));
        for (var job : accepted.values()) {
            look(service, job);
            require(finishedAt.containsKey(job), "a job must end: " + job);
            require(
                    caller.get(service.port(), job + "/result").orElseThrow().statusCode() == 200,
                    "a job must have its result: " + job);
        }
        require(listed(service) == accepted.size(), "no job must be there twice");
        require(new HashSet<>(accepted.values()).size() == accepted.size(), "each key must have its own job");
    }

    private boolean isIdle(ServiceProcess service) {
        var queue = Caller.json(caller.get(service.port(), "/api/v1/queue").orElseThrow());
        return queue.path("running").asInt() + queue.path("queued").asInt() == 0;
    }

    private int listed(ServiceProcess service) {
        var count = 0;
        Optional<String> cursor = Optional.of("");
        while (cursor.isPresent()) {
            var page = Caller.json(caller.get(service.port(), Caller.BACKTESTS + "?limit=100" + cursor.get())
                    .orElseThrow());
            count += page.path("items").size();
            cursor = page.path("next").isNull()
                    ? Optional.empty()
                    : Optional.of("&cursor=" + page.path("next").asString());
        }
        return count;
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError(what);
        }
    }
}
