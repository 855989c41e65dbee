package com.gammareplay.api.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gammareplay.api.Client;
import com.gammareplay.api.EventReader;
import com.gammareplay.api.ServiceTest;
import com.gammareplay.fake.FakeBacktests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Following a job that another process runs, of which only the rows are seen here. The service of its own is confused afterwards. */
@ServiceTest
@TestPropertySource(properties = "gamma.event-keep-alive=100ms")
@Tag("trial")
class EventElsewhereTest {

    private final FakeBacktests backtests;
    private final JdbcClient jdbc;
    private final Client client;
    private final CountDownLatch release = new CountDownLatch(1);

    @Autowired
    EventElsewhereTest(FakeBacktests backtests, JdbcClient jdbc, @LocalServerPort int port) {
        this.backtests = backtests;
        this.jdbc = jdbc;
        client = new Client(port);
    }

    @BeforeEach
    void both_workers_are_busy() {
        backtests.behave((_, _) -> release.await());
        client.awaitStatus(client.submit("{}"), "RUNNING");
        client.awaitStatus(client.submit("{}"), "RUNNING");
    }

    @AfterEach
    void nothing_runs_on() {
        release.countDown();
        backtests.behaveQuickly();
        await().untilAsserted(
                        () -> assertThat(client.get("/api/v1/queue").body()).contains("\"running\":0"));
    }

    private void change(String job, String what) {
        jdbc.sql("update job set " + what + " where id = ?").param(id(job)).update();
    }

    private static String id(String job) {
        return job.substring(job.lastIndexOf('/') + 1);
    }

    private void closeTrade(String job, int number, String json) {
        jdbc.sql("insert into job_trade (job_id, attempt, number, content) values (?, 1, ?, ?)")
                .params(id(job), number, json)
                .update();
    }

    private void keepTrades(String job, String lines) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(lines.getBytes(StandardCharsets.UTF_8));
        }
        jdbc.sql("insert into job_part (job_id, kind, part, content) values (?, 'TRADES', 0, ?)")
                .params(id(job), bytes.toByteArray())
                .update();
    }

    @Test
    void states_progress_and_trades_arrive_and_those_of_the_result() throws IOException {
        var job = client.submit("{}");
        try (var reader = EventReader.open(client, job)) {
            reader.awaitEvent("state", "0-0-QUEUED");
            change(job, "status = 'RUNNING', attempt = 1, started_at = created_at");
            reader.awaitEvent("state", "1-0-RUNNING");
            closeTrade(job, 1, "{\"number\":2,\"exitTime\":\"2026-01-12T16:00:00Z\"}");
            change(
                    job,
                    "sessions_done = 1, sessions_total = 2, ticks_done = 5, ticks_total = 10,"
                            + " session = '2026-01-12', trades = 2, pnl = 100, progress_at = created_at");
            assertThat(reader.awaitEvent("progress", "1-1-RUNNING").data()).startsWith("{\"fraction\":0.5,");
            keepTrades(job, """
                    {"number":1,"exitTime":"2026-01-12T20:00:00Z"}
                    {"number":2,"exitTime":"2026-01-12T16:00:00Z"}
                    {"number":3,"exitTime":"2026-01-12T20:00:00Z"}
                    """);
            change(job, "status = 'SUCCEEDED', finished_at = created_at, headline = '{}'");

            assertThat(reader.awaitClosed().lasting())
                    .containsExactly(
                            "state 0-0-QUEUED",
                            "state 1-0-RUNNING",
                            "trade 1-1-RUNNING",
                            "state 1-1-SUCCEEDED",
                            "trade 1-2-SUCCEEDED",
                            "trade 1-3-SUCCEEDED",
                            "end 1-3-SUCCEEDED-end");
            assertThat(reader.trades())
                    .extracting(trade -> trade.substring(0, 12))
                    .containsExactly("{\"number\":2,", "{\"number\":1,", "{\"number\":3,");
        }
    }

    @Test
    void the_stream_of_a_job_that_was_deleted_ends() {
        var job = client.submit("{}");
        try (var reader = EventReader.open(client, job)) {
            reader.awaitEvent("state", "0-0-QUEUED");
            jdbc.sql("delete from job where id = ?").param(id(job)).update();

            assertThat(reader.awaitClosed().lasting()).containsExactly("state 0-0-QUEUED");
        }
        assertThat(client.get(job + "/events").statusCode()).isEqualTo(404);
    }
}
