package com.gammareplay.crash;

import com.gammareplay.marketdata.sqlite.SyntheticRecordings;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Submits and polls at a steady rate while a worker replays what was submitted, and reports how long the answers took;
 * then submits as fast as it goes, and polls what is last in the queue. A call's time counts from when it was due, so that
 * a service that stalls is not measured less often.
 */
final class LoadTrial {

    private static final int POLLS_A_SECOND = 500;
    private static final int CALLERS = 8;
    private static final Duration AS_FAST_AS_IT_GOES = Duration.ofSeconds(10);
    private static final int COMMITS = 500;
    private static final int POLLS_OF_THE_LAST = 500;
    private static final Duration SUBMITTED_WITHIN = Duration.ofMillis(100);
    private static final int MAX_QUEUED = 10_000;
    private static final LocalDate SESSION = LocalDate.of(2026, 1, 12);

    private final int port;
    private final int submissionsPerSecond;
    private final Caller caller = new Caller();
    private final Latencies submissions = new Latencies();
    private final Latencies polls = new Latencies();
    private final AtomicReferenceArray<String> jobs = new AtomicReferenceArray<>(MAX_QUEUED);
    private final AtomicInteger known = new AtomicInteger();

    private LoadTrial(int port, int submissionsPerSecond) {
        this.port = port;
        this.submissionsPerSecond = submissionsPerSecond;
    }

    /** The script's entry: seconds to warm up, seconds to measure, submissions a second. */
    public static void main(String[] arguments) throws IOException, SQLException {
        var folder = Files.createTempDirectory("gamma-load");
        var recordings = Files.createDirectories(folder.resolve("recordings"));
        new SyntheticRecordings().write(recordings.resolve("trial.db"), true, SESSION, 5, 1, (_, _) -> {});
        var warmUp = Duration.ofSeconds(Long.parseLong(arguments[0]));
        var measured = Duration.ofSeconds(Long.parseLong(arguments[1]));
        var commits = commits(folder);
        boolean isGood;
        try (var service = start(folder, recordings)) {
            var trial = new LoadTrial(service.port(), Integer.parseInt(arguments[2]));
            trial.submit(System.nanoTime(), new Latencies());
            // A service that still compiles its code cannot keep up, and would be measured while it catches up.
            trial.run(warmUp, 0.5, new Latencies(), new Latencies());
            trial.run(measured, 1, trial.submissions, trial.polls);
            isGood = trial.report(System.out);
            System.out.println("commit: " + commits);
            trial.most(System.out);
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

    /** How long it takes until a row is on the disk, with the settings of the jobs database and nothing else to do. */
    private static Latencies commits(Path folder) throws SQLException {
        var latencies = new Latencies();
        var url = "jdbc:sqlite:" + folder.resolve("commits.db") + "?journal_mode=WAL&synchronous=FULL";
        try (var database = DriverManager.getConnection(url);
                var statement = database.createStatement()) {
            statement.execute("create table job (request text)");
            for (var commit = 0; commit < COMMITS; commit++) {
                var began = System.nanoTime();
                statement.execute("insert into job values ('" + "x".repeat(1000) + "')");
                latencies.add(began, true);
            }
        }
        return latencies;
    }

    /** Lets some callers submit without a pause, then polls what was submitted last. */
    private void most(PrintStream out) {
        var latencies = new Latencies();
        var end = System.nanoTime() + AS_FAST_AS_IT_GOES.toNanos();
        var before = known.get();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var caller = 0; caller < CALLERS; caller++) {
                threads.execute(() -> {
                    while (System.nanoTime() < end) {
                        submit(System.nanoTime(), latencies);
                    }
                });
            }
        }
        out.println("most:   " + (known.get() - before) / AS_FAST_AS_IT_GOES.toSeconds() + " submissions a second, "
                + latencies);
        var last = jobs.get((known.get() - 1) % MAX_QUEUED);
        var polled = new Latencies();
        for (var poll = 0; poll < POLLS_OF_THE_LAST; poll++) {
            var began = System.nanoTime();
            polled.add(began, caller.get(port, last).isPresent());
        }
        out.println("last:   " + polled + ", "
                + caller.get(port, "/api/v1/queue").orElseThrow().body());
    }

    private void run(Duration time, double share, Latencies submitted, Latencies polled) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var polling = Thread.ofPlatform()
                    .start(() -> pace(time, share * POLLS_A_SECOND, threads, due -> poll(due, polled)));
            pace(time, share * submissionsPerSecond, threads, due -> submit(due, submitted));
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

    /** False if a call was not answered as it should be, submissions took too long, or the database was found locked. */
    private boolean report(PrintStream out) {
        out.println("submit: " + submissions);
        out.println("poll:   " + polls);
        var queue = caller.get(port, "/api/v1/queue").orElseThrow().body();
        out.println("queue:  " + queue + ", " + known.get() + " jobs accepted");
        var busy = busy();
        out.println("busy:   " + busy + " statements");
        return submissions.errors() + polls.errors() == 0
                && submissions.percentile(0.99).compareTo(SUBMITTED_WITHIN) <= 0
                && busy == 0;
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
