package com.gammareplay.cli;

import com.gammareplay.marketdata.columns.DayStore;
import com.gammareplay.marketdata.sqlite.RecordingFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.util.unit.DataSize;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where recordings and the service's own files lie; the same settings as the service's. */
final class Folders extends Home {

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            defaultValue = "${env:GAMMA_DATA_DIR:-}",
            description = "Folder of the recordings (GAMMA_DATA_DIR, default ./data).")
    private String dataDir = "";

    @Option(
            names = "--cache-dir",
            paramLabel = "DIR",
            defaultValue = "${env:GAMMA_CACHE_DIR:-}",
            description = "Folder for what was read of recordings (GAMMA_CACHE_DIR, default cache in the home folder).")
    private String cacheDir = "";

    @Option(
            names = "--cache-size",
            paramLabel = "SIZE",
            defaultValue = "${env:GAMMA_CACHE_SIZE:-}",
            description = "Most that may lie there (GAMMA_CACHE_SIZE, default 10GB); the longest unused go first.")
    private String cacheSize = "";

    /**
     * The recordings.
     *
     * @throws ParameterException if the folder that was named is not there, or the one meant cannot be read
     */
    RecordingFolder recordings() {
        var folder = data();
        if (!dataDir.isEmpty() && Files.notExists(folder)) {
            throw wrong("--data-dir", "GAMMA_DATA_DIR", "there is no folder " + folder);
        }
        if (!Files.notExists(folder) && !Files.isDirectory(folder)) {
            throw wrong("--data-dir", "GAMMA_DATA_DIR", folder + " is no folder, or one that cannot be seen");
        }
        if (Files.exists(folder) && !(Files.isReadable(folder) && Files.isExecutable(folder))) {
            throw wrong("--data-dir", "GAMMA_DATA_DIR", folder + " cannot be read: no permission");
        }
        var cache = cacheDir.isEmpty() ? home().resolve("cache") : Path.of(cacheDir);
        return RecordingFolder.of(
                folder, home(), BUSY_TIMEOUT, new DayStore(cache, size().toBytes(), InstantSource.system()));
    }

    /** The folder of the recordings. */
    Path data() {
        return Path.of(dataDir.isEmpty() ? "data" : dataDir).toAbsolutePath().normalize();
    }

    private DataSize size() {
        try {
            return cacheSize.isEmpty() ? DataSize.ofGigabytes(10) : DataSize.parse(cacheSize);
        } catch (IllegalArgumentException e) {
            throw wrong("--cache-size", "GAMMA_CACHE_SIZE", cacheSize + " is no size, write one such as 500MB or 10GB");
        }
    }
}
