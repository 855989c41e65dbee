package com.gammareplay.config;

import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Looks whether the folder of the recordings is still there; one that never was may be left out. Thread-safe. */
@Component
class DataFolderHealthIndicator implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(DataFolderHealthIndicator.class);

    private final Path folder;
    private volatile boolean wasThere;
    private volatile boolean isTold;

    DataFolderHealthIndicator(GammaSettings settings) {
        folder = settings.recordings();
        wasThere = Files.isDirectory(folder);
    }

    @Override
    public Health health() {
        if (Files.isReadable(folder) && Files.isDirectory(folder)) {
            wasThere = true;
            isTold = false;
            return Health.up().build();
        }
        if (wasThere && !isTold) {
            isTold = true;
            LOG.warn("{} was there and cannot be read any more", folder);
        }
        return wasThere ? Health.down().build() : Health.up().build();
    }
}
