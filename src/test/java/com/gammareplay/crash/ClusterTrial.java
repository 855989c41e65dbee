package com.gammareplay.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Kills either of two replicas at random moments while many jobs are in flight, and starts it again, round after round.
 * The other goes on with what the killed one did; every job that was accepted ends once, with the same bytes.
 */
final class ClusterTrial {

    private static final int JOBS = 30;
    /** Long enough to be killed in the middle of it. */
    private static final String BACKTEST = """
            {"dataset": "trial", "to": "2026-01-14", "parameters": {"step": 1}}""";

    /** The other may have been started itself a moment ago, and judges nobody until it has looked on for 15 s. */
    private static final Duration TAKEN_UP = Duration.ofSeconds(25);

    private static final Duration ALL_DONE = Duration.ofMinutes(10);

    private final Cluster cluster;
    private final SplittableRandom random;
    private final PrintStream out;
    private final Caller caller = new Caller();

    /** Paths of accepted jobs by their idempotency keys. */
    private final Map<String, String> accepted = new LinkedHashMap<>();

    private int submitted;

    ClusterTrial(Cluster cluster, long seed, PrintStream out) {
        this.cluster = cluster;
        this.random = new SplittableRandom(seed);
        this.out = out;
    }

    /** The script's entry: rounds and a seed. */
    public static void main(String[] arguments) throws IOException {
        try (var cluster = new Cluster(Files.createTempDirectory("gamma-cluster"))) {
            new ClusterTrial(cluster, Long.parseLong(arguments[1]), System.out).run(Integer.parseInt(arguments[0]));
        }
    }

    void run(int rounds) {
        for (var round = 1; round <= rounds; round++) {
            cluster.first().awaitReady();
            cluster.second().awaitReady();
            fill();
            var delay = Duration.ofMillis(random.nextInt(100, 2000));
            Caller.pause(delay);
            var killed = any();
            killed.process().kill();
            var left = left(killed);
            var began = System.nanoTime();
            submit(cluster.other(killed));
            left.forEach((job, attempt) ->
                    Caller.await(job + " is taken up", TAKEN_UP, () -> cluster.number(job, "attempt") > attempt));
            out.println("round " + round + ": killed after " + delay.toMillis() + " ms with " + left.size()
                    + " jobs, taken up after " + (System.nanoTime() - began) / 1_000_000 + " ms");
            killed.start();
        }
        cluster.first().awaitReady();
        cluster.second().awaitReady();
        finish();
        out.println(accepted.size() + " jobs accepted, each ended once, all with the same result");
    }

    private Replica any() {
        return random.nextBoolean() ? cluster.first() : cluster.second();
    }

    /** The attempts that a killed replica made, by their jobs. */
    private Map<String, Integer> left(Replica killed) {
        var left = new LinkedHashMap<String, Integer>();
        for (var job : accepted.values()) {
            var attempt = cluster.number(job, "attempt");
            if (cluster.number(job, "(status = 'RUNNING')::int") == 1
                    && killed.attempts(job).contains(attempt)) {
                left.put(job, attempt);
            }
        }
        return left;
    }

    private void fill() {
        for (var open = 0; open < JOBS; open++) {
            submit(any());
        }
    }

    /** With the same key after a kill, so that a job whose acceptance was not heard of is not there twice. */
    private void submit(Replica replica) {
        send(replica, submitted++);
    }

    private void send(Replica replica, int number) {
        var key = "trial-" + number;
        var answer = caller.send(replica.process().port(), Caller.BACKTESTS, Caller.submission(key, BACKTEST));
        answer.filter(response -> response.statusCode() == 202).ifPresent(response -> {
            var path = response.headers().firstValue("Location").orElseThrow();
            assertThat(accepted.getOrDefault(key, path))
                    .as("one key gives one job")
                    .isEqualTo(path);
            accepted.put(key, path);
        });
    }

    /** Submits what was not answered or refused, waits for all, and looks at each. */
    private void finish() {
        Caller.await(
                "all jobs end",
                ALL_DONE,
                () -> cluster.count("select count(*) from job where finished_at is null") == 0);
        for (var number = 0; number < submitted; number++) {
            send(any(), number);
        }
        assertThat(accepted.keySet()).hasSize(submitted);
        assertThat(accepted.values()).doesNotHaveDuplicates();
        var expected = "";
        for (var job : accepted.values()) {
            any().await(job, "SUCCEEDED");
            var result = any().get(job + "/result");
            assertThat(result.statusCode()).isEqualTo(200);
            expected = expected.isEmpty() ? result.body() : expected;
            assertThat(result.body()).isEqualTo(expected);
        }
        assertThat(cluster.count("select count(*) from job_trade join job on id = job_id where status = 'SUCCEEDED'"))
                .as("trades of attempts")
                .isZero();
        assertThat(cluster.count("select count(*) from scheduled_tasks"))
                .as("places in the queue")
                .isZero();
    }
}
