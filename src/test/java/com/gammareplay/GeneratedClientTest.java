package com.gammareplay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that is generated from the committed description compiles and does what clients do. */
@Tag("trial")
class GeneratedClientTest {

    /** The first time, the generator is downloaded. */
    private static final Duration ENOUGH = Duration.ofMinutes(10);

    /** A build of its own, so that this one does without the generator. */
    @Test
    void the_tests_of_a_generated_client_pass(@TempDir Path home) throws Exception {
        try (var service = DemoService.start(home)) {
            var maven = new ProcessBuilder(
                    "mvn", "-B", "-ntp", "-f", "examples/java-client", "test", "-Dgamma.url=" + service.url());
            maven.environment().put("JAVA_HOME", System.getProperty("java.home"));

            var ended = Finished.run(maven, ENOUGH);

            assertThat(ended.status()).as(ended.output()).isZero();
            assertThat(ended.output()).containsPattern("Tests run: [1-9]\\d*, Failures: 0");
        }
    }
}
