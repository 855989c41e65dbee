package com.gammareplay.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gammareplay.api.Client;
import com.gammareplay.testing.Ports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compose file as it stands. */
@Tag("trial")
class ComposeTest {

    private static final String PROJECT = "gamma-replay-tested";
    private static final int PORT = Ports.free();

    @TempDir
    private Path data;

    private String image = "";
    private List<String> compose = List.of();

    @BeforeEach
    void find() throws IOException, InterruptedException {
        image = Image.name();
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        compose = run(List.of("docker", "compose", "version")).isSuccess()
                ? List.of("docker", "compose")
                : List.of("docker-compose");
    }

    @AfterEach
    void remove() throws IOException, InterruptedException {
        compose("down", "--volumes");
    }

    private record Ended(int status, String output) {
        boolean isSuccess() {
            return status == 0;
        }
    }

    private Ended compose(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(compose);
        command.addAll(List.of("-p", PROJECT));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private Ended run(List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("GAMMA_IMAGE", image);
        builder.environment().put("GAMMA_PORT", String.valueOf(PORT));
        builder.environment().put("GAMMA_DATA", data.toString());
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    @Test
    void it_serves_the_demo_on_loopback_alone_and_keeps_its_jobs() throws IOException, InterruptedException {
        var up = compose("up", "-d", "--no-build");
        assertThat(up.isSuccess()).as(up.output()).isTrue();
        var client = new Client(PORT);
        awaitReady(client);
        var job = client.submit("{\"dataset\": \"demo\"}");
        client.awaitStatus(job, "SUCCEEDED");
        assertThat(compose("port", "gamma-replay", "8080").output().strip()).isEqualTo("127.0.0.1:" + PORT);
        assertThat(client.send(client.request("/api/v1/queue").header("Origin", "http://evil.example"))
                        .statusCode())
                .isEqualTo(403);

        var project = "label=com.docker.compose.project=" + PROJECT;
        assertThat(run(List.of("docker", "ps", "-q", "--filter", project))
                        .output()
                        .lines())
                .hasSize(1);

        assertThat(compose("restart").isSuccess()).isTrue();

        awaitReady(client);
        assertThat(client.status(job)).isEqualTo("SUCCEEDED");
    }

    private static void awaitReady(Client client) {
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(
                                client.get("/actuator/health/readiness").statusCode())
                        .isEqualTo(200));
    }

    @Test
    void it_has_prometheus_in_the_profile_monitoring() throws IOException, InterruptedException {
        assertThat(compose("--profile", "monitoring", "config", "--services")
                        .output()
                        .lines())
                .containsExactlyInAnyOrder("gamma-replay", "prometheus");
    }
}
