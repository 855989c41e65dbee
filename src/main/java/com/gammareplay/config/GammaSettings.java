package com.gammareplay.config;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of the service.
 *
 * @param home folder of the jobs database and of everything else the service writes
 * @param dataDir folder of the recordings, never written to
 * @param workers jobs replayed at once; by default one less than there are processors
 * @param sweepThreads threads that share the work of a sweep; by default as many as there are processors
 * @param maxBody longest request body
 */
@Validated
@ConfigurationProperties("gamma")
public record GammaSettings(
        Path home,
        Path dataDir,
        @Min(1) @Max(256) Integer workers,
        @Min(1) @Max(256) Integer sweepThreads,
        @DefaultValue("1MB") DataSize maxBody) {

    public GammaSettings(
            @DefaultValue("./var") Path home,
            @DefaultValue("./data") Path dataDir,
            @Nullable Integer workers,
            @Nullable Integer sweepThreads,
            DataSize maxBody) {
        this.home = home;
        this.dataDir = dataDir;
        this.workers = workers == null ? Math.max(1, Runtime.getRuntime().availableProcessors() - 1) : workers;
        this.sweepThreads = sweepThreads == null ? Runtime.getRuntime().availableProcessors() : sweepThreads;
        this.maxBody = maxBody;
    }

    /** The file of the jobs. */
    Path jobsDatabase() {
        return home.resolve("jobs.db");
    }
}
