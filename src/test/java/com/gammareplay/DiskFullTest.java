package com.gammareplay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gammareplay.api.Client;
import com.gammareplay.fake.FakeBacktests;
import com.gammareplay.fake.FakeEngine;
import com.gammareplay.testing.Machine;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service on a disk of six megabytes. */
@Tag("trial")
class DiskFullTest {

    private static final String DEMO = "{\"dataset\": \"demo\"}";

    @TempDir
    private Path temporary;

    private Path home = Path.of("home");
    private ConfigurableApplicationContext service;
    private Client client;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        home = Files.createDirectory(temporary.resolve("home"));
        Machine.requires(
                command("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", home.toString()),
                "a small disk can only be mounted by root with the right to do so");
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
        if (service != null) {
            service.close();
        }
        command("umount", home.toString());
    }

    private static boolean command(String... words) throws IOException, InterruptedException {
        var process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor() == 0;
    }

    private Path ballast() {
        return home.resolve("ballast");
    }

    private void fill() {
        try (var out = Files.newOutputStream(ballast())) {
            for (var block = new byte[1024]; ; ) {
                out.write(block);
            }
        } catch (IOException _) {
            // now it is full
        }
    }

    private HttpResponse<String> submit() {
        return client.post("/api/v1/backtests", DEMO);
    }

    private int readiness() {
        return client.get("/actuator/health/readiness").statusCode();
    }

    @Test
    void a_full_disk_refuses_jobs_keeps_what_it_has_and_recovers() throws IOException {
        var kept = client.submit(DEMO);
        client.awaitStatus(kept, "SUCCEEDED");
        fill();

        await().untilAsserted(() -> assertThat(submit().statusCode()).isEqualTo(503));
        var refused = submit();
        assertThat(client.json(refused).path("code").asString()).isEqualTo("storage-unavailable");
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(refused.body()).doesNotContainIgnoringCase("sqlite").doesNotContain(home.toString());
        await().untilAsserted(() -> assertThat(readiness()).isEqualTo(503));
        assertThat(client.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(client.get(kept + "/result").statusCode()).isEqualTo(200);

        Files.delete(ballast());
        await().untilAsserted(() -> assertThat(readiness()).isEqualTo(200));
        client.awaitStatus(client.submit(DEMO), "SUCCEEDED");
        assertThat(client.status(kept)).isEqualTo("SUCCEEDED");
    }

    @Test
    void a_job_whose_result_cannot_be_written_is_run_again_once_there_is_room() throws IOException {
        var released = new CountDownLatch(1);
        service.getBean(FakeBacktests.class).behave((_, _) -> released.await());
        var job = client.submit(DEMO);
        client.awaitStatus(job, "RUNNING");
        fill();
        released.countDown();
        await().untilAsserted(() -> assertThat(readiness()).isEqualTo(503));

        Files.delete(ballast());

        client.awaitStatus(job, "SUCCEEDED");
        assertThat(client.get(job + "/result").statusCode()).isEqualTo(200);
        assertThat(service.getBean(JdbcClient.class)
                        .sql("select max(deaths) from job")
                        .query(Integer.class)
                        .single())
                .isZero();
        client.awaitStatus(client.submit(DEMO), "SUCCEEDED");
    }
}
