package com.gammareplay.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.marketdata.sqlite.SyntheticRecordings;
import com.gammareplay.testing.Patience;
import com.gammareplay.testing.Ports;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two replicas of the service on a PostgreSQL of their own, with a recording that both read. */
final class Cluster implements AutoCloseable {

    /** Takes seconds, for nothing that is read is kept: much can happen while it runs. */
    static final String BACKTEST = "{\"dataset\": \"trial\", \"parameters\": {\"step\": 1}}";

    /** Takes some hundredths of a second. */
    static final String SHORT_BACKTEST = """
            {"dataset": "trial", "indices": ["SPX"], "to": "2026-01-12", "parameters": {"step": 60}}""";

    /** Jobs that may wait. */
    static final int MAX_QUEUED = 50;

    /** How long a call waits at most for a database that cannot be reached. */
    static final Duration REFUSAL = Duration.ofSeconds(5);

    /** How long it waits at most if what is sent is swallowed. */
    static final Duration SILENCE = Duration.ofSeconds(15);

    private static @Nullable Cluster shared;

    private static final LocalDate SESSION = LocalDate.of(2026, 1, 12);
    private static final int SESSIONS = 10;
    private static final String[] SETTINGS = {
        "--spring.profiles.active=cluster",
        "--logging.config=classpath:logback-plain.xml",
        "--gamma.workers=1",
        "--gamma.max-queued=" + MAX_QUEUED,
        "--gamma.rate-limit=1000000",
        "--gamma.prepare.enabled=false",
        "--gamma.cache.size=0B",
        "--gamma.webhooks.secret=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "--gamma.webhooks.allow-http=true",
        "--gamma.webhooks.allow-private=true",
        "--gamma.webhooks.timeout=60s"
    };

    private final Path folder;
    private final int port = Ports.free();
    private final List<Replica> replicas = new ArrayList<>();
    private final EmbeddedPostgres server;

    /** One for all tests of the JVM, which ends with it; each leaves both replicas well. */
    static synchronized Cluster shared() {
        var cluster = shared;
        if (cluster == null) {
            try {
                cluster = new Cluster(Files.createTempDirectory("gamma-cluster"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            shared = cluster;
            Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
        }
        cluster.replicas.forEach(Replica::awaitReady);
        return cluster;
    }

    Cluster(Path folder) throws IOException {
        this.folder = folder;
        this.server = server();
        var recordings = Files.createDirectories(folder.resolve("recordings"));
        new SyntheticRecordings().write(recordings.resolve("trial.db"), true, SESSION, SESSIONS, 1, (_, _) -> {});
        for (var name : List.of("first", "second")) {
            var gate = new Gate(port);
            var settings = Stream.concat(Stream.of(SETTINGS), Stream.of("--gamma.database.url=" + url(gate.port())))
                    .toArray(String[]::new);
            replicas.add(new Replica(Files.createDirectories(folder.resolve(name)), recordings, gate, settings));
        }
        replicas.forEach(Replica::start);
        replicas.forEach(Replica::awaitReady);
    }

    private EmbeddedPostgres server() {
        try {
            return EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(folder.resolve("data"))
                    .setCleanDataDirectory(false)
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("encoding", "UTF8")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres&password=postgres";
    }

    /** The database past all gates. */
    DataSource dataSource() {
        return new DriverManagerDataSource(url(port));
    }

    JdbcClient database() {
        return JdbcClient.create(dataSource());
    }

    Replica first() {
        return replicas.getFirst();
    }

    Replica second() {
        return replicas.getLast();
    }

    Replica other(Replica one) {
        return one == first() ? second() : first();
    }

    static String id(String job) {
        return job.substring(job.lastIndexOf('/') + 1);
    }

    /** Who has begun a job; waits until somebody has. */
    Replica runnerOf(String job) {
        Caller.await(
                job + " is begun",
                Patience.LIMIT,
                () -> replicas.stream()
                        .anyMatch(replica -> !replica.attempts(job).isEmpty()));
        return first().attempts(job).isEmpty() ? second() : first();
    }

    /**
     * The path of a job that a certain replica has begun.
     *
     * @param path where jobs of its kind are submitted
     */
    String submitTo(Replica replica, String path, String body) {
        while (true) {
            var job = replica.submit(path, UUID.randomUUID().toString(), body);
            if (runnerOf(job) == replica) {
                return job;
            }
            replica.post(job + "/cancel");
            // A short one may have succeeded before.
            Caller.await(
                    job + " is ended",
                    Patience.LIMIT,
                    () -> Set.of("CANCELLED", "SUCCEEDED").contains(replica.status(job)));
        }
    }

    /** What a job's row has in a column. */
    int number(String job, String column) {
        return database()
                .sql("select " + column + " from job where id = ?")
                .param(id(job))
                .query(Integer.class)
                .single();
    }

    /** Requires that a job has succeeded in its attempts, each begun once, of which one alone has a result. */
    void requireEndedOnce(String job, int attempts) {
        replicas.forEach(replica -> replica.await(job, "SUCCEEDED"));
        assertThat(number(job, "attempt")).as("attempts at %s", job).isEqualTo(attempts);
        assertThat(replicas.stream().flatMap(replica -> replica.attempts(job).stream()))
                .as("attempts at %s", job)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, attempts).boxed().toList());
        assertThat(replicas.stream().flatMap(replica -> replica.log(job).stream()))
                .as("ends of %s", job)
                .filteredOn(line -> line.endsWith(": Finished"))
                .hasSize(1);
        assertThat(count("select count(*) from job_trade where job_id = ?", id(job)))
                .as("trades of attempts at %s", job)
                .isZero();
    }

    /** Takes a lock in the database, as long as the connection is open, by a query that does so. */
    Connection lock(String query) throws SQLException {
        var connection = DriverManager.getConnection(url(port));
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(query);
        }
        return connection;
    }

    /** Waits until so many of the replicas' transactions wait for locks. */
    void awaitWaiting(int transactions) {
        Caller.await(
                "transactions wait for locks",
                Patience.LIMIT,
                () -> count("select count(distinct pid) from pg_locks where not granted") == transactions);
    }

    /** The first number of a query. */
    int count(String sql, Object... parameters) {
        return database().sql(sql).params(parameters).query(Integer.class).single();
    }

    @Override
    public void close() {
        replicas.forEach(Replica::close);
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
