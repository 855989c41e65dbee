package com.gammareplay.crash;

import com.gammareplay.marketdata.sqlite.SyntheticRecordings;
import com.gammareplay.testing.EmbeddedServer;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;

/**
 * How many submissions and how many backtests a second there are with one replica and with more, all on this machine with
 * their PostgreSQL and whoever calls them; and with one service on SQLite, to compare.
 */
final class ClusterLoadTrial {

    private static final int CALLERS = 8;
    private static final int MAX_QUEUED = 100_000;
    private static final LocalDate SESSION = LocalDate.of(2026, 1, 12);

    private final Caller caller = new Caller();
    private final List<ServiceProcess> services;

    private ClusterLoadTrial(List<ServiceProcess> services) {
        this.services = services;
    }

    /** The script's entry: most replicas, seconds to warm up, seconds of each measurement. */
    public static void main(String[] arguments) throws IOException, SQLException {
        var folder = Files.createTempDirectory("gamma-cluster-load");
        var recordings = Files.createDirectories(folder.resolve("recordings"));
        new SyntheticRecordings().write(recordings.resolve("trial.db"), true, SESSION, 5, 1, (_, _) -> {});
        var warmUp = Duration.ofSeconds(Long.parseLong(arguments[1]));
        var measured = Duration.ofSeconds(Long.parseLong(arguments[2]));
        System.out.println(
                "| service | submissions/s | half within | 99 % within | backtests/s |\n|---|---|---|---|---|");
        for (var replicas = 0; replicas <= Integer.parseInt(arguments[0]); replicas++) {
            var services = start(folder, recordings, replicas);
            try {
                new ClusterLoadTrial(services).measure(name(replicas), warmUp, measured);
            } finally {
                services.forEach(ServiceProcess::close);
            }
        }
        FileSystemUtils.deleteRecursively(folder);
    }

    private static String name(int replicas) {
        return replicas == 0 ? "one on SQLite" : replicas + (replicas == 1 ? " replica" : " replicas");
    }

    private static List<ServiceProcess> start(Path folder, Path recordings, int replicas) throws SQLException {
        var settings = new ArrayList<>(List.of("--gamma.workers=1", "--gamma.max-queued=" + MAX_QUEUED));
        if (replicas > 0) {
            settings.addAll(List.of("--spring.profiles.active=cluster", "--gamma.database.url=" + durable()));
        }
        var services = IntStream.range(0, Math.max(1, replicas))
                .mapToObj(number -> ServiceProcess.start(
                        folder.resolve("home-" + replicas + "-" + number), recordings, settings.toArray(String[]::new)))
                .toList();
        services.forEach(ServiceProcess::awaitAnswer);
        return services;
    }

    /** A server for tests does not wait for the disk unless it is told to. */
    private static String durable() throws SQLException {
        var url = EmbeddedServer.newDatabase("load");
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("alter database load set synchronous_commit = on");
        }
        return url;
    }

    private void measure(String name, Duration warmUp, Duration measured) {
        submit(warmUp);
        var submissions = submit(measured);
        if (submissions.errors() > 0) {
            throw new IllegalStateException(submissions + " with " + name);
        }
        var began = System.nanoTime();
        var before = waiting();
        Caller.pause(measured);
        var after = waiting();
        var backtests = (before - after) * 1e9 / (System.nanoTime() - began);
        if (after == 0) {
            throw new IllegalStateException("too few submissions to measure backtests with " + name);
        }
        System.out.println("| " + name + " | " + submissions.calls() / measured.toSeconds() + " | "
                + millis(submissions.percentile(0.5)) + " | " + millis(submissions.percentile(0.99)) + " | "
                + Math.round(backtests) + " |");
    }

    private static String millis(Duration duration) {
        return duration.toMillis() + " ms";
    }

    /** As fast as it goes, of each replica in turn. */
    private Latencies submit(Duration time) {
        var latencies = new Latencies();
        var end = System.nanoTime() + time.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = 0; number < CALLERS; number++) {
                var port = services.get(number % services.size()).port();
                threads.execute(() -> {
                    while (System.nanoTime() < end) {
                        var began = System.nanoTime();
                        latencies.add(began, submit(port));
                    }
                });
            }
        }
        return latencies;
    }

    private boolean submit(int port) {
        var request = HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"dataset\": \"trial\"}"));
        return caller.send(port, Caller.BACKTESTS, request)
                .filter(answer -> answer.statusCode() == 202)
                .isPresent();
    }

    private int waiting() {
        var queue = caller.get(services.getFirst().port(), "/api/v1/queue").orElseThrow();
        return Caller.json(queue).path("queued").asInt();
    }
}
