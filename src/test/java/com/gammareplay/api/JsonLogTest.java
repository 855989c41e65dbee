package com.gammareplay.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gammareplay.Application;
import com.gammareplay.fake.FakeBacktests;
import com.gammareplay.fake.FakeEngine;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.StandardEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class JsonLogTest {

    private final JsonMapper json = new JsonMapper();
    private final LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());

    /** What has been set up once in a process is not set up anew by another service. */
    @BeforeEach
    void forgetSetUp() {
        logging.cleanUp();
    }

    @AfterEach
    void setUpAsForOtherTests() {
        logging.cleanUp();
        logging.beforeInitialize();
        logging.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
    }

    /** From when the service has taken over the log; each line must be an object. */
    private List<JsonNode> lines(CapturedOutput output) {
        return output.getOut()
                .lines()
                .dropWhile(line -> !line.startsWith("{"))
                .map(json::readTree)
                .toList();
    }

    @Test
    void each_line_is_an_object_that_names_job_and_request(CapturedOutput output, @TempDir Path home) {
        try (var service = new SpringApplicationBuilder(Application.class, FakeEngine.class)
                .profiles("json")
                .run(
                        "--logging.config=classpath:logback-structured.xml",
                        "--server.port=0",
                        "--gamma.workers=1",
                        "--gamma.home=" + home,
                        "--gamma.data-dir=src/test/resources/no-recordings")) {
            service.getBean(FakeBacktests.class).behave((_, _) -> {
                throw new IllegalStateException("of two\nlines");
            });
            var client = new Client(service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
            var job = client.send(client.request("/api/v1/backtests")
                            .headers("X-Request-Id", "from-afar", "Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("{}")))
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            client.awaitStatus(job, "FAILED");

            await().untilAsserted(() -> assertThat(lines(output)).anySatisfy(line -> {
                assertThat(line.path("message").asString()).isEqualTo("Failed");
                assertThat(line.path("job").asString()).isEqualTo(job.substring(job.lastIndexOf('/') + 1));
                assertThat(line.path("request").asString()).isEqualTo("from-afar");
                assertThat(line.at("/error/stack_trace").asString()).contains("of two\nlines", "JsonLogTest");
            }));
            assertThat(lines(output))
                    .allSatisfy(line -> assertThat(line.isObject()).isTrue());
        }
    }
}
