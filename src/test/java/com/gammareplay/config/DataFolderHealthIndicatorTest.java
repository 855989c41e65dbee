package com.gammareplay.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.unit.DataSize;

class DataFolderHealthIndicatorTest {

    @TempDir
    private Path temporary;

    @Test
    void a_folder_that_never_was_is_not_missed_but_one_that_has_gone_is() throws IOException {
        var folder = temporary.resolve("data");
        var health = new DataFolderHealthIndicator(new GammaSettings(temporary, folder, 1, DataSize.ofMegabytes(1)));

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        Files.createDirectory(folder);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        Files.delete(folder);
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        Files.createDirectory(folder);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }
}
