package com.gammareplay.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.marketdata.sqlite.SyntheticRecordings;
import com.gammareplay.testing.EmbeddedServer;
import com.gammareplay.testing.Patience;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** From a service on SQLite that has jobs in every state, and is killed, to a replica on PostgreSQL. */
@Tag("trial")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class MoveTest {

    private static final List<String> OF_ONE_DATABASE = List.of("flyway_schema_history", "health", "replica");
    /** Something of all that could be taken for something else on the way. */
    private static final String ODD =
            "'tab' || char(9) || 'line' || char(10, 13) || '\\N \\. \" '' \\x41 ' || char(127, 1, 160)";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private final HttpServer receiver;
    private volatile int answer = 204;
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final JobsToMove jobs;
    private final String database = EmbeddedServer.newDatabase("moved");
    private final Rows postgresql = new Rows(database);

    MoveTest() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/hook", this::receive);
        jobs = new JobsToMove("http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook");
    }

    @BeforeEach
    void record() throws IOException {
        receiver.start();
        var recordings = Files.createDirectories(folder.resolve("recordings"));
        new SyntheticRecordings()
                .write(recordings.resolve("trial.db"), true, LocalDate.of(2026, 1, 12), 2, 1, (_, _) -> {});
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    private void receive(HttpExchange call) throws IOException {
        try (call) {
            call.getRequestBody().readAllBytes();
            if (answer == 204) {
                told.add(call.getRequestHeaders().getFirst("webhook-id"));
            }
            call.sendResponseHeaders(answer, -1);
        }
    }

    private ServiceProcess start(String home, String... more) {
        var arguments = new ArrayList<>(List.of(
                "--gamma.workers=1",
                "--gamma.webhooks.secret=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "--gamma.webhooks.allow-http=true",
                "--gamma.webhooks.allow-private=true",
                "--gamma.webhooks.retries=" + String.join(",", Collections.nCopies(50, "2s"))));
        arguments.addAll(List.of(more));
        return ServiceProcess.start(
                        folder.resolve(home), folder.resolve("recordings"), arguments.toArray(String[]::new))
                .awaitAnswer();
    }

    private ServiceProcess replica() {
        return start("replica", "--spring.profiles.active=cluster", "--gamma.database.url=" + database);
    }

    private Path file() {
        return folder.resolve("home/jobs.db");
    }

    /** What the script says, and its status behind it. */
    private String move() {
        try {
            var script = new ProcessBuilder(
                            "scripts/move-to-postgresql.sh", file().toString(), database.substring("jdbc:".length()))
                    .redirectErrorStream(true)
                    .start();
            return new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8) + script.waitFor();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** What is shown of the jobs that have ended, while others have not. */
    private Map<String, String> fill(Rows sqlite) throws SQLException {
        try (var service = start("home")) {
            jobs.succeed(service);
            jobs.cancel(service);
            answer = 503;
            jobs.cannotTell(service);
            service.stop();
        }
        try (var service = start("home", "--gamma.job-timeout=1ms")) {
            jobs.fail(service);
            service.stop();
        }
        sqlite.update("update job set error_detail = " + ODD + " where status = 'FAILED'");
        sqlite.update(
                "insert into paper_session (id, status, source, session, request, created_at, finished_at, standing)"
                        + " values ('p', 'STOPPED', 'DEMO', '2026-01-12', '{}', 1, 2, " + ODD + ")");
        try (var service = start("home")) {
            var shown = jobs.shown(service);
            jobs.begin(service);
            assertThat(move()).contains("cannot be locked: stop the service").endsWith("1");
            service.kill();
            return shown;
        }
    }

    private void refuseAndRepeat(Rows sqlite) throws SQLException {
        assertThat(move()).contains("The tables differ").endsWith("1");
        replica().stop();
        sqlite.update("update webhook_task set picked_by = cast(x'ff' as text)");
        assertThat(move()).contains("invalid byte sequence").endsWith("3");
        assertThat(postgresql.query("select count(*) from job")).containsExactly("0");
        sqlite.update("update webhook_task set picked_by = null");
        assertThat(move()).endsWith("\n0");
    }

    private void requireEqual(Rows sqlite) throws SQLException {
        var tables = postgresql.query("select table_name from information_schema.tables where table_schema = 'public'");
        tables.removeAll(OF_ONE_DATABASE);
        for (var table : tables) {
            var columns = String.join(
                    ", ",
                    postgresql.query(
                            "select quote_ident(column_name) from information_schema.columns where table_name = '"
                                    + table + "'"));
            var sql = "select " + columns + " from " + table;
            assertThat(postgresql.query(sql)).as(table).isEqualTo(sqlite.query(sql));
        }
    }

    @Test
    void all_is_moved_and_goes_on() throws SQLException {
        var sqlite = new Rows("jdbc:sqlite:" + file());
        var shown = fill(sqlite);
        assertThat(sqlite.query("select distinct kind || status from job"))
                .contains("BACKTESTSUCCEEDED", "BACKTESTFAILED", "BACKTESTQUEUED", "SWEEPCANCELLED", "SWEEPRUNNING");
        refuseAndRepeat(sqlite);
        requireEqual(sqlite);
        assertThat(move()).contains("PostgreSQL has jobs already").endsWith("3");
        var taken = sqlite.query("select task_instance from scheduled_tasks where picked = 1");

        answer = 204;
        try (var service = replica()) {
            var now = jobs.shown(service);
            shown.forEach((path, body) -> assertThat(now.get(path)).as(path).isEqualTo(body));
            var repeated = jobs.submit(service, Caller.BACKTESTS, JobsToMove.FIRST_KEY, jobs.backtest("kept"));
            assertThat(repeated.headers().firstValue("Idempotent-Replayed")).hasValue("true");
            assertThat(shown).containsKey(JobsToMove.place(repeated));
            jobs.submit(service, Caller.BACKTESTS, "new", jobs.backtest("new"));
            assertThat(postgresql.query("select max(number) - 1 from job"))
                    .as("the number of a job that was deleted is not given again")
                    .isEqualTo(sqlite.query("select seq from sqlite_sequence where name = 'job'"));
            jobs.requireEnds(service, taken);
            Caller.await(
                    "the end is told",
                    Patience.LIMIT,
                    () -> told.contains(jobs.delivery(service).path("id").asString()));
        }
    }
}
