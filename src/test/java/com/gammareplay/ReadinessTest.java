package com.gammareplay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gammareplay.api.Client;
import com.gammareplay.fake.FakeEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** What a load balancer sees when the folder of recordings is gone. */
class ReadinessTest {

    private static final String READINESS = "/actuator/health/readiness";

    @TempDir
    private Path temporary;

    @Test
    void a_service_without_its_data_folder_is_not_ready_until_it_is_back() throws IOException {
        var data = Files.createDirectory(temporary.resolve("data"));
        try (var service = new SpringApplicationBuilder(Application.class, FakeEngine.class)
                .run("--server.port=0", "--gamma.home=" + temporary.resolve("home"), "--gamma.data-dir=" + data)) {
            var client = new Client(service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
            assertThat(client.get(READINESS).statusCode()).isEqualTo(200);

            Files.delete(data);
            await().until(() -> client.get(READINESS).statusCode() == 503);
            assertThat(client.get("/actuator/health/liveness").statusCode()).isEqualTo(200);

            Files.createDirectory(data);
            await().until(() -> client.get(READINESS).statusCode() == 200);
        }
    }
}
