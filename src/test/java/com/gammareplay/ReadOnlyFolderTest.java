package com.gammareplay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gammareplay.api.Client;
import com.gammareplay.fake.FakeBacktests;
import com.gammareplay.fake.FakeEngine;
import com.gammareplay.testing.Machine;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The folder of the jobs database becomes read-only while the service runs. Linux does not do that to files that are open
 * for writing, so the service is made to open its database anew.
 */
class ReadOnlyFolderTest {

    @TempDir
    private Path home;

    private boolean readOnly;
    private ConfigurableApplicationContext service;
    private Client client;

    @BeforeEach
    void start() {
        service = new SpringApplicationBuilder(Application.class, FakeEngine.class)
                .run(
                        "--server.port=0",
                        "--gamma.workers=1",
                        "--gamma.home=" + home,
                        "--gamma.data-dir=src/test/resources/no-recordings");
        client = new Client(service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        makeWritable();
        service.close();
    }

    private static boolean command(String... words) throws IOException, InterruptedException {
        var process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor() == 0;
    }

    private void makeReadOnly() throws IOException, InterruptedException {
        readOnly = command("mount", "--bind", home.toString(), home.toString());
        Machine.requires(
                readOnly && command("mount", "-o", "remount,bind,ro", home.toString()),
                "a folder can only be mounted read-only by root with the right to do so");
        service.getBean("jobsWriter", HikariDataSource.class)
                .getHikariPoolMXBean()
                .softEvictConnections();
    }

    private void makeWritable() throws IOException, InterruptedException {
        if (readOnly) {
            readOnly = false;
            assertThat(command("umount", "--lazy", home.toString())).isTrue();
        }
    }

    /** Threads of the queue die of what they cannot write, and others take their place. */
    private static ConditionFactory patiently() {
        return await().dontCatchUncaughtExceptions();
    }

    private int readiness() {
        return client.get("/actuator/health/readiness").statusCode();
    }

    @Test
    void jobs_are_refused_and_kept_until_it_can_be_written_again() throws IOException, InterruptedException {
        var released = new CountDownLatch(1);
        var kept = client.submit("{}");
        client.awaitStatus(kept, "SUCCEEDED");
        service.getBean(FakeBacktests.class).behave((_, _) -> released.await());
        var running = client.submit("{}");
        client.awaitStatus(running, "RUNNING");
        var waiting = client.submit("{}");

        makeReadOnly();
        var refused = client.post("/api/v1/backtests", "{}");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
        assertThat(client.json(refused).path("code").asString()).isEqualTo("storage-unavailable");
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(readiness()).isEqualTo(503);
        assertThat(client.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(client.get(kept + "/result").statusCode()).isEqualTo(200);
        released.countDown();

        makeWritable();
        patiently().untilAsserted(() -> assertThat(readiness()).isEqualTo(200));
        for (var job : new String[] {running, waiting, client.submit("{}")}) {
            patiently().untilAsserted(() -> assertThat(client.status(job)).isEqualTo("SUCCEEDED"));
        }
    }
}
