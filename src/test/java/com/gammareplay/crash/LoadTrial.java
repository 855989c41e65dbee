package com.gammareplay.crash;

import com.gammareplay.marketdata.sqlite.SyntheticRecordings;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Submits and polls at a steady rate while a worker replays what was submitted, and reports how long the answers took.
 * A call's time counts from when it was due, so that a service that stalls is not measured less often.
 */
final class LoadTrial {

    private static final int SUBMISSIONS_A_SECOND = 200;
    private static final int POLLS_A_SECOND = 500;
    private static final int MAX_QUEUED = 10_000;
    private static final LocalDate SESSION = LocalDate.of(2026, 1, 12);

    private final int port;
    private final Caller caller = new Caller();
    private final Latencies submissions = new Latencies();
    private final Latencies polls = new Latencies();
    private final AtomicReferenceArray<String> jobs = new AtomicReferenceArray<>(MAX_QUEUED);
    private final AtomicInteger known = new AtomicInteger();

    private LoadTrial(int port) {
        this.port = port;
    }

    /** The script's entry: seconds to warm up and seconds to measure. */
    public static void main(String[] arguments) throws IOException {
        var folder = Files.createTempDirectory("gamma-load");
        var recordings = Files.createDirectories(folder.resolve("recordings"));
        new SyntheticRecordings().write(recordings.resolve("trial.db"), true, SESSION, 5, 1, (_, _) -> {});
        var warmUp = Duration.ofSeconds(Long.parseLong(arguments[0]));
        var measured = Duration.ofSeconds(Long.parseLong(arguments[1]));
        boolean isGood;
        try (var service = start(folder, recordings)) {
            var trial = new LoadTrial(service.port());
            trial.submit(System.nanoTime(), new Latencies());
            // A service that still compiles its code cannot keep up, and would be measured while it catches up.
            trial.run(warmUp, 0.5, new Latencies(), new Latencies());
            trial.run(measured, 1, trial.submissions, trial.polls);
            isGood = trial.report(System.out);
        }
        if (!isGood) {
            System.exit(1);
        }
    }

    private static ServiceProcess start(Path folder, Path recordings) {
        return ServiceProcess.start(
                        folder.resolve("home"), recordings, "--gamma.workers=1", "--gamma.max-queued=" + MAX_QUEUED)
                .awaitAnswer();
    }

    private void run(Duration time, double share, Latencies submitted, Latencies polled) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var polling = Thread.ofPlatform()
                    .start(() -> pace(time, share * POLLS_A_SECOND, threads, due -> poll(due, polled)));
            pace(time, share * SUBMISSIONS_A_SECOND, threads, due -> submit(due, submitted));
            polling.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Something that is to be done at a time. */
    private interface Call {
        void at(long due);
    }

    private static void pace(Duration time, double perSecond, ExecutorService threads, Call call) {
        var start = System.nanoTime();
        var between = Math.round(Duration.ofSeconds(1).toNanos() / perSecond);
        for (var due = start; due - start < time.toNanos(); due += between) {
            for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            var at = due;
            threads.execute(() -> call.at(at));
        }
    }

    private void submit(long due, Latencies latencies) {
        var request = HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"dataset\": \"trial\"}"));
        var answer = caller.send(port, Caller.BACKTESTS, request);
        var accepted = answer.filter(response -> response.statusCode() == 202);
        latencies.add(due, accepted.isPresent());
        accepted.ifPresent(response -> {
            var number = known.getAndIncrement();
            jobs.set(
                    number % MAX_QUEUED,
                    response.headers().firstValue("Location").orElseThrow());
        });
    }

    private void poll(long due, Latencies latencies) {
        var job = jobs.get(ThreadLocalRandom.current().nextInt(Math.clamp(known.get(), 1, MAX_QUEUED)));
        var answer = job == null ? caller.get(port, Caller.BACKTESTS + "?limit=1") : caller.get(port, job);
        latencies.add(
                due, answer.filter(response -> response.statusCode() == 200).isPresent());
    }

    /** False if a call was not answered as it should be, or the database was found locked. */
    private boolean report(PrintStream out) {
        out.println("submit: " + submissions);
        out.println("poll:   " + polls);
        var queue = caller.get(port, "/api/v1/queue").orElseThrow().body();
        out.println("queue:  " + queue + ", " + known.get() + " jobs accepted");
        var busy = busy();
        out.println("busy:   " + busy + " statements");
        return submissions.errors() + polls.errors() == 0 && busy == 0;
    }

    private double busy() {
        return caller.get(port, "/actuator/prometheus")
                .orElseThrow()
                .body()
                .lines()
                .filter(line -> line.startsWith("gamma_sqlite_busy_total "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
                .sum();
    }
}
