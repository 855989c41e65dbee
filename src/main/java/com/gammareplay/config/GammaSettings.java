package com.gammareplay.config;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Files;
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
 * @param dataDir folder of the recordings, never written to; null if none was named
 * @param sweepThreads threads that share the work of a sweep; by default as many as there are processors
 * @param maxBody longest request body
 */
@Validated
@ConfigurationProperties("gamma")
public record GammaSettings(
        Path home, @Nullable Path dataDir, @Min(1) @Max(256) Integer sweepThreads, DataSize maxBody) {

    public GammaSettings(
            @DefaultValue("./var") Path home,
            @Nullable Path dataDir,
            @Nullable Integer sweepThreads,
            @DefaultValue("1MB") DataSize maxBody) {
        this.home = home.toString().isEmpty() ? Path.of("./var") : home;
        this.dataDir = dataDir == null || dataDir.toString().isEmpty() ? null : dataDir;
        this.sweepThreads = sweepThreads == null ? Runtime.getRuntime().availableProcessors() : sweepThreads;
        this.maxBody = maxBody;
    }

    /** The folder of the recordings. */
    Path recordings() {
        return dataDir == null ? Path.of("./data") : dataDir;
    }

    /**
     * Makes sure that a folder that was named is there, for the demo must not stand in by mistake.
     *
     * @throws StartRefusedException if it is not
     */
    void requireRecordings() {
        if (dataDir != null && !Files.isDirectory(dataDir)) {
            throw new StartRefusedException(
                    "There is no folder " + dataDir.toAbsolutePath().normalize()
                            + ", which is named as that of the recordings.",
                    "Set GAMMA_DATA_DIR (gamma.data-dir) to a folder that exists; without it ./data is looked into.");
        }
    }

    /** The file of the jobs. */
    Path jobsDatabase() {
        return home.resolve("jobs.db");
    }
}
