package com.gammareplay.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gammareplay.api.Client;
import com.gammareplay.testing.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
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

    private ComposeProject project;

    @BeforeEach
    void find() throws IOException {
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        project =
                new ComposeProject(PROJECT, Map.of("GAMMA_PORT", String.valueOf(PORT), "GAMMA_DATA", data.toString()));
    }

    @AfterEach
    void remove() {
        project.close();
    }

    @Test
    void it_serves_the_demo_on_loopback_alone_and_keeps_its_jobs() {
        project.compose("up", "-d", "--no-build");
        var client = new Client(PORT);
        awaitReady(client);
        var job = client.submit("{\"dataset\": \"demo\"}");
        client.awaitStatus(job, "SUCCEEDED");
        assertThat(project.compose("port", "gamma-replay", "8080")).isEqualTo("127.0.0.1:" + PORT);
        assertThat(client.send(client.request("/api/v1/queue").header("Origin", "http://evil.example"))
                        .statusCode())
                .isEqualTo(403);

        assertThat(project.docker("ps", "-q", "--filter", "label=com.docker.compose.project=" + PROJECT)
                        .lines())
                .hasSize(1);

        project.compose("restart");

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
    void it_has_more_in_its_profiles() {
        assertThat(project.compose("--profile", "monitoring", "--profile", "cluster", "config", "--services")
                        .lines())
                .containsExactlyInAnyOrder("gamma-replay", "prometheus", "replica", "postgres", "proxy");
    }
}
