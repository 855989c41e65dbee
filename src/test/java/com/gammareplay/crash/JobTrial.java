package com.gammareplay.crash;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.util.FileSystemUtils;

/** How long a caller waits for backtests of a service, from the submission: RECORDING WORK. */
public final class JobTrial {

    private static final Duration TO_PREPARE = Duration.ofMinutes(2);
    private static final Duration TO_SUCCEED = Duration.ofMinutes(1);
    /** Nothing is kept of a file that has just been written. */
    private static final Duration TO_COME_TO_REST = Duration.ofSeconds(4);

    private static final int WARM_JOBS = 300;
    private static final int NEW_RECORDINGS = 11;
    /** Replays of what is kept take some milliseconds. */
    private static final Duration OFTEN = Duration.ofMillis(1);
    /** Where there is much to read: asking more often would take the processors that read. */
    private static final Duration SELDOM = Duration.ofMillis(20);

    private final Caller caller = new Caller();
    private final int port;
    private int newRecordings;

    private JobTrial(int port) {
        this.port = port;
    }

    /**
     * Prints seconds: of the first job of the process on what it has prepared, of the best of more of them, and the same
     * of jobs each on a recording that the service has not seen, of one index and of both.
     */
    public static void main(String[] arguments) throws IOException {
        var recording = Path.of(arguments[0]);
        var folder = Files.createTempDirectory(Path.of(arguments[1]), "service");
        var recordings = Files.createDirectory(folder.resolve("recordings"));
        Files.copy(recording, recordings.resolve("known.db"));
        try (var service = ServiceProcess.start(folder.resolve("home"), recordings, "--gamma.prepare.enabled=false")
                .awaitAnswer()) {
            var trial = new JobTrial(service.port());
            trial.prepare("known");
            System.out.println("first=" + trial.job("known", "SPX", OFTEN));
            var warm = Double.POSITIVE_INFINITY;
            for (var job = 0; job < WARM_JOBS; job++) {
                warm = Math.min(warm, trial.job("known", "SPX", OFTEN));
            }
            System.out.println("warm=" + warm);
            for (var indices : List.of("SPX", "SPX,NDX")) {
                System.out.println("new " + indices + " first=" + trial.newRecording(recordings, indices));
                var best = Double.POSITIVE_INFINITY;
                for (var more = 1; more < NEW_RECORDINGS; more++) {
                    best = Math.min(best, trial.newRecording(recordings, indices));
                }
                System.out.println("new " + indices + " warm=" + best);
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private void prepare(String dataset) {
        var path = "/api/v1/datasets/" + dataset;
        caller.send(port, path + "/prepare", HttpRequest.newBuilder().POST(BodyPublishers.noBody()));
        Caller.await(
                "the dataset is prepared",
                TO_PREPARE,
                () -> caller.get(port, path)
                        .filter(answer -> Caller.json(answer).path("progress").isNull())
                        .isPresent());
    }

    private double newRecording(Path recordings, String indices) throws IOException {
        var name = "new-" + ++newRecordings;
        // No copy: what the system has still to write of one would disturb the job that reads it.
        var file = Files.createLink(recordings.resolve(name + ".db"), recordings.resolve("known.db"));
        Caller.pause(TO_COME_TO_REST);
        var seconds = job(name, indices, SELDOM);
        Files.delete(file);
        return seconds;
    }

    private double job(String dataset, String indices, Duration pause) {
        var began = System.nanoTime();
        var body = BodyPublishers.ofString(
                "{\"dataset\": \"" + dataset + "\", \"indices\": [\"" + indices.replace(",", "\", \"") + "\"]}");
        var request = HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .POST(body);
        var job = caller.send(port, Caller.BACKTESTS, request)
                .flatMap(answer -> answer.headers().firstValue("Location"))
                .orElseThrow();
        var status = status(job);
        while (Set.of("QUEUED", "RUNNING").contains(status)) {
            Caller.pause(pause);
            status = status(job);
        }
        if (!status.equals("SUCCEEDED") || System.nanoTime() - began > TO_SUCCEED.toNanos()) {
            throw new AssertionError(job + " must succeed soon, but it is " + status);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private String status(String job) {
        return Caller.json(caller.get(port, job).orElseThrow()).path("status").asString();
    }
}
