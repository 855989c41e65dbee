package com.gammareplay.config;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Looks whether the folder of the recordings is still there; one that never was may be left out. Thread-safe. */
@Component
class DataFolderHealthIndicator implements HealthIndicator {

    private final Path folder;
    private volatile boolean wasThere;

    DataFolderHealthIndicator(GammaSettings settings) {
        folder = settings.dataDir();
        wasThere = Files.isDirectory(folder);
    }

    @Override
    public Health health() {
        if (Files.isReadable(folder) && Files.isDirectory(folder)) {
            wasThere = true;
            return Health.up().build();
        }
        return wasThere ? Health.down().build() : Health.up().build();
    }
}
