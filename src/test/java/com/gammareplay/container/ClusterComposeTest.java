package com.gammareplay.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gammareplay.api.Client;
import com.gammareplay.testing.DemoFolder;
import com.gammareplay.testing.Ports;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

/** The profile cluster of the compose file: three replicas on PostgreSQL, through the one port of the proxy. */
@Tag("trial")
@Timeout(180)
class ClusterComposeTest {

    private static final int PORT = Ports.free();
    private static final String BACKTESTS = "/api/v1/backtests";
    private static final String SWEEPS = "/api/v1/sweeps";
    private static final String QUEUE = "/api/v1/queue";

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration OUTAGE = Duration.ofSeconds(30);

    private static ComposeProject project;
    private static List<Replica> replicas;
    private static String database;
    private static Client client;

    private static String backtest(String label) {
        return "{\"dataset\": \"demo\", \"label\": \"" + label + "\"}";
    }

    /** Long enough to be caught at it: 20,000 combinations take minutes. */
    private static String sweep(int combinations) {
        return """
                {"base": {"dataset": "demo", "parameters": {"step": 1}},
                 "ranges": {"minCredit": {"min": 1, "max": 2}, "stopLoss": {"min": -0.5, "max": -0.1}},
                 "samples":""" + " " + combinations + "}";
    }

    @BeforeAll
    static void up() {
        project = new ComposeProject(
                "gamma-replay-cluster",
                Map.of(
                        "GAMMA_CLUSTER_PORT",
                        String.valueOf(PORT),
                        "GAMMA_DATA",
                        DemoFolder.path().toAbsolutePath().toString()));
        project.compose("--profile", "cluster", "up", "-d", "--no-build", "proxy");
        replicas = project.containers("replica").stream()
                .map(id -> new Replica(project, id))
                .toList();
        database = project.containers("postgres").getFirst();
        client = new Client(PORT);
    }

    @AfterAll
    static void down() {
        if (project != null) {
            project.close();
        }
    }

    @BeforeEach
    void awaitAll() {
        replicas.forEach(replica -> await().until(replica::isReady));
        await().until(() -> client.get(QUEUE).statusCode() == 200);
    }

    private static String id(String job) {
        return JsonMapper.shared().readTree(job).path("id").asString();
    }

    private static int count(String jobs) {
        return Integer.parseInt(project.docker(
                "exec",
                "-e",
                "PGPASSWORD=gamma",
                database,
                "psql",
                "-h127.0.0.1",
                "-Ugamma",
                "-Atc",
                "select count(*) from job where " + jobs,
                "gamma"));
    }

    /** Has a replica accept and begin a job while the others stand still. */
    private static String begunBy(Replica replica, String path, String json) {
        var others = replicas.stream().filter(other -> !other.equals(replica)).toList();
        others.forEach(Replica::pause);
        try {
            var job = path + "/" + id(replica.post(path, json));
            await().until(() -> replica.get(job).contains("\"RUNNING\""));
            return job;
        } finally {
            others.forEach(Replica::goOn);
        }
    }

    private static <T> List<Future<T>> atOnce(int times, Callable<T> task) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return IntStream.range(0, times).mapToObj(_ -> threads.submit(task)).toList();
        }
    }

    private static <T> List<T> all(List<Future<T>> futures) throws ExecutionException, InterruptedException {
        var all = new ArrayList<T>();
        for (var future : futures) {
            all.add(future.get());
        }
        return all;
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }

    /** All of them have succeeded, with the same bytes, and there are no others. */
    private static void assertOneResultEach(List<String> jobs, String label) {
        var results = new HashSet<String>();
        for (var job : jobs) {
            client.awaitStatus(job, "SUCCEEDED");
            results.add(client.get(job + "/result").body());
        }
        assertThat(results).hasSize(1);
        assertThat(count("label = '" + label + "'")).isEqualTo(jobs.size());
    }

    @Test
    void each_replica_answers_for_what_another_has_accepted() {
        assertThat(replicas).hasSize(3);
        assertThat(project.compose("port", "proxy", "8080")).isEqualTo("127.0.0.1:" + PORT);
        var jobs = new ArrayList<String>();
        for (var acceptor : replicas) {
            var job = BACKTESTS + "/" + id(acceptor.post(BACKTESTS, backtest("shown")));
            client.awaitStatus(job, "SUCCEEDED");
            assertThat(replicas)
                    .extracting(other -> other.get(job + "/result"))
                    .containsOnly(client.get(job + "/result").body());
            jobs.add(job);
        }
        assertOneResultEach(jobs, "shown");
    }

    @Test
    void a_job_is_followed_and_cancelled_by_replicas_that_do_not_run_it() throws IOException {
        var sweep = begunBy(replicas.getFirst(), SWEEPS, sweep(20_000));

        var asked = System.nanoTime();
        var streams = replicas.stream().map(_ -> JobStream.of(client, sweep)).toList();
        for (var stream : streams) {
            assertThat(stream.await("state")).contains("RUNNING");
        }
        assertThat(since(asked)).isLessThan(SOON);
        assertThat(replicas)
                .allSatisfy(replica ->
                        assertThat(replica.get("/actuator/prometheus")).contains("gamma_event_streams 1.0"));
        for (var stream : streams) {
            stream.await("progress");
        }

        var cancelled = System.nanoTime();
        replicas.getLast().post(sweep + "/cancel", "");
        for (var stream : streams) {
            assertThat(stream.await("end")).contains("CANCELLED");
        }
        assertThat(since(cancelled)).isLessThan(SOON);
    }

    @Test
    void a_key_that_comes_to_all_replicas_at_once_gives_one_job() throws ExecutionException, InterruptedException {
        var submitter = new ClusterClient(client, backtest("once"));
        var key = UUID.randomUUID().toString();

        var answers = all(atOnce(12, () -> submitter.submit(key)));

        assertThat(answers).extracting(HttpResponse::statusCode).contains(202).isSubsetOf(202, 409);
        var jobs = answers.stream()
                .filter(answer -> answer.statusCode() == 202)
                .map(answer -> answer.headers().firstValue("Location").orElseThrow())
                .collect(Collectors.toSet());
        assertThat(jobs).hasSize(1);
        assertOneResultEach(List.copyOf(jobs), "once");
    }

    @Test
    void the_jobs_of_a_replica_that_is_killed_go_on_elsewhere() {
        var victim = replicas.getFirst();
        var sweep = begunBy(victim, SWEEPS, sweep(600));
        var jobs = IntStream.range(0, 12)
                .mapToObj(_ -> client.submit(backtest("killed")))
                .toList();

        var killed = System.nanoTime();
        victim.kill();
        try {
            await().until(() -> client.json(client.get(sweep)).path("attempt").asInt() == 2);
            assertThat(since(killed)).isLessThan(Duration.ofSeconds(15));
            assertOneResultEach(jobs, "killed");
            client.awaitStatus(sweep, "SUCCEEDED");
        } finally {
            victim.start();
        }
    }

    @Test
    void replicas_are_restarted_one_by_one_and_no_client_fails() throws ExecutionException, InterruptedException {
        var isOver = new AtomicBoolean();
        var jobs = new ArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var clients = IntStream.range(0, 2)
                    .mapToObj(number -> threads.submit(
                            () -> new ClusterClient(client, backtest("rolled")).work(number == 0, () -> !isOver.get())))
                    .toList();
            try {
                for (var replica : replicas) {
                    replica.restart();
                    await().until(replica::isReady);
                }
            } finally {
                isOver.set(true);
            }
            all(clients).forEach(jobs::addAll);
        }

        assertThat(jobs).hasSizeGreaterThan(20);
        assertOneResultEach(jobs, "rolled");
        assertThat(count("label = 'rolled' and deaths > 0")).isZero();
    }

    @Test
    void nothing_is_lost_while_the_database_is_away() throws InterruptedException {
        var submitter = new ClusterClient(client, backtest("kept"));
        var jobs = new ArrayList<>(IntStream.range(0, 12)
                .mapToObj(_ -> client.submit(backtest("kept")))
                .toList());

        project.docker("stop", "-t", "5", database);
        try {
            var refused = 0;
            for (var begun = System.nanoTime(); since(begun).compareTo(OUTAGE) < 0; Thread.sleep(500)) {
                var answer = submitter.submit(UUID.randomUUID().toString());
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                assertThat(client.json(answer).path("code").asString()).isIn("storage-unavailable", "no-replica");
                refused++;
            }
            assertThat(refused).isGreaterThan(3);
        } finally {
            project.docker("start", database);
        }

        await().until(() -> client.get(QUEUE).statusCode() == 200);
        assertOneResultEach(jobs, "kept");
        assertThat(count("label = 'kept' and deaths > 0")).isZero();
    }

    @Test
    void nobody_is_taken_for_whom_he_says_he_is() {
        // A replica believes its proxy,
        assertThat(replicas.getFirst().call("http://127.0.0.1:8080/", "-D-", "-HX-Forwarded-Proto: https"))
                .contains("Location: https://127.0.0.1/");
        // and the proxy no caller: not how it was called,
        assertThat(client.send(client.request("/")
                                .header("X-Forwarded-Proto", "https")
                                .header("X-Forwarded-Host", "evil.example")
                                .header("X-Forwarded-Port", "1"))
                        .headers()
                        .firstValue("Location"))
                .contains("http://127.0.0.1:" + PORT + "/swagger-ui.html");
        assertThat(replicas.getFirst()
                        .call("http://proxy:8080" + QUEUE, "-HHost: evil.example", "-HX-Forwarded-Host: localhost"))
                .contains("host-not-allowed");
        // nor who calls.
        await().until(() -> IntStream.range(0, 1000)
                .anyMatch(number ->
                        client.send(client.request(QUEUE).header("X-Forwarded-For", "203.0.113." + number % 250))
                                        .statusCode()
                                == 429));
    }
}
