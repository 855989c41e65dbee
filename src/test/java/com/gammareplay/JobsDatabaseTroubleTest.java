package com.gammareplay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gammareplay.api.Client;
import com.gammareplay.fake.FakeBacktests;
import com.gammareplay.fake.FakeEngine;
import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A jobs database that is full or locked while many write to it; needs no right to mount anything. */
@Tag("trial")
class JobsDatabaseTroubleTest {

    private static final int CALLERS = 20;

    /** So long that it fills pages of its own, so that it fits nowhere when there is no new page. */
    private static final String LONG = IntStream.range(10, 30)
            .mapToObj(number -> "\"" + number + "\uD83D\uDE00".repeat(48) + "\"")
            .collect(Collectors.joining(",", "{\"tags\": [", "]}"));

    @TempDir
    private Path home;

    private ConfigurableApplicationContext service;
    private Client client;

    @BeforeEach
    void start() {
        service = new SpringApplicationBuilder(Application.class, FakeEngine.class)
                .run(
                        "--server.port=0",
                        "--gamma.workers=1",
                        "--gamma.shutdown-grace=100ms",
                        "--gamma.home=" + home,
                        "--gamma.data-dir=src/test/resources/no-recordings");
        client = new Client(service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private HttpResponse<String> submit() {
        return client.post("/api/v1/backtests", LONG);
    }

    private int jobs() {
        return service.getBean(JdbcClient.class)
                .sql("select count(*) from job")
                .query(Integer.class)
                .single();
    }

    private void assertAllRefused() throws InterruptedException, ExecutionException {
        var before = jobs();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = Collections.nCopies(CALLERS, (Callable<HttpResponse<String>>) this::submit);
            for (Future<HttpResponse<String>> call : callers.invokeAll(calls)) {
                assertThat(call.get().statusCode()).as(call.get().body()).isEqualTo(503);
                assertThat(call.get().headers().firstValue("Retry-After")).hasValue("5");
            }
        }
        assertThat(jobs()).isEqualTo(before);
    }

    /** Of the connection that writes, as long as it is open; SQLite takes no fewer than there are. */
    private void limitPages(long most) throws SQLException {
        try (var writer = service.getBean("jobsWriter", HikariDataSource.class).getConnection();
                var statement = writer.createStatement()) {
            statement.execute("pragma max_page_count = " + most);
        }
    }

    @Test
    void a_full_database_refuses_all_who_write_at_once_and_recovers() throws Exception {
        service.getBean(FakeBacktests.class).behave(FakeBacktests.UNTIL_CANCELLED);
        client.awaitStatus(client.submit("{}"), "RUNNING");
        limitPages(1);
        await().until(() -> submit().statusCode() == 503);

        assertAllRefused();

        limitPages(1_000_000);
        client.submit(LONG);
    }

    @Test
    void a_locked_database_refuses_all_who_write_at_once_and_recovers() throws Exception {
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("jobs.db"));
                var statement = other.createStatement()) {
            statement.execute("begin immediate");

            assertAllRefused();

            statement.execute("rollback");
        }
        await().until(() -> submit().statusCode() == 202);
    }
}
