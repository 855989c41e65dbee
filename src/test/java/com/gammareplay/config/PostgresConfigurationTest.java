package com.gammareplay.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start without a database that can be used. */
class PostgresConfigurationTest {

    @TempDir
    private Path folder;

    @Test
    void a_start_without_the_database_says_so_and_keeps_the_password() throws Exception {
        var settings = new DatabaseSettings("jdbc:postgresql://127.0.0.1:1/jobs", "user", "hidden");
        try (var home = GammaHome.open(folder)) {
            assertThatThrownBy(() -> new PostgresConfiguration().jobsWriter(settings, home))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageContaining("127.0.0.1:1 refused")
                    .hasMessageNotContaining("hidden");
        }
    }
}
