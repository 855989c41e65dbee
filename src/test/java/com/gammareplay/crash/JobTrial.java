package com.gammareplay.crash;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/** How long a caller waits for a backtest of what a service has prepared, from the submission: RECORDINGS WORK. */
public final class JobTrial {

    private static final Duration TO_PREPARE = Duration.ofMinutes(2);
    private static final Duration TO_SUCCEED = Duration.ofMinutes(1);
    private static final int WARM_JOBS = 300;

    private final Caller caller = new Caller();
    private final int port;
    private final String dataset;

    private JobTrial(int port) {
        this.port = port;
        this.dataset = Caller.json(caller.get(port, "/api/v1/datasets").orElseThrow())
                .at("/items/0/name")
                .asString();
    }

    /** Prints seconds: of the first job of the process, and the best of more of them. */
    public static void main(String[] arguments) throws IOException {
        var folder = Files.createTempDirectory(Path.of(arguments[1]), "service");
        try (var service = ServiceProcess.start(folder.resolve("home"), Path.of(arguments[0]))
                .awaitAnswer()) {
            var trial = new JobTrial(service.port());
            trial.prepare();
            System.out.println("first=" + trial.job());
            var warm = Double.POSITIVE_INFINITY;
            for (var job = 0; job < WARM_JOBS; job++) {
                warm = Math.min(warm, trial.job());
            }
            System.out.println("warm=" + warm);
        }
    }

    private void prepare() {
        var path = "/api/v1/datasets/" + dataset;
        caller.send(port, path + "/prepare", HttpRequest.newBuilder().POST(BodyPublishers.noBody()));
        Caller.await(
                "the dataset is prepared",
                TO_PREPARE,
                () -> caller.get(port, path)
                        .filter(answer -> Caller.json(answer).path("progress").isNull())
                        .isPresent());
    }

    private double job() {
        var began = System.nanoTime();
        var body = BodyPublishers.ofString("{\"dataset\": \"" + dataset + "\", \"indices\": [\"SPX\"]}");
        var request = HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .POST(body);
        var job = caller.send(port, Caller.BACKTESTS, request)
                .flatMap(answer -> answer.headers().firstValue("Location"))
                .orElseThrow();
        var status = status(job);
        while (Set.of("QUEUED", "RUNNING").contains(status)) {
            Caller.pause(Duration.ofMillis(1));
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
