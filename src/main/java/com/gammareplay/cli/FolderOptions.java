package com.gammareplay.cli;

import com.gammareplay.marketdata.FileProblem;
import com.gammareplay.marketdata.columns.DayStore;
import com.gammareplay.marketdata.sqlite.RecordingFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.util.unit.DataSize;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where recordings and the service's own files lie; the same settings as the service's. */
final class FolderOptions extends HomeOptions {

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
     * @throws ParameterException if the folder that was named is not there, the one meant cannot be read, or the one for
     *     what was read cannot be written
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
        return RecordingFolder.of(folder, home(), BUSY_TIMEOUT, new DayStore(cache(), size(), InstantSource.system()));
    }

    /** Tried before the work only if it was named: without it, replays read their recordings. */
    private Path cache() {
        var named = named("--cache-dir", cacheDir, "");
        if (named.isEmpty()) {
            return home().resolve("cache");
        }
        var folder = Path.of(named).toAbsolutePath().normalize();
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw wrong("--cache-dir", "GAMMA_CACHE_DIR", folder + " is no folder");
        }
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".", ".tmp"));
        } catch (IOException e) {
            throw wrong("--cache-dir", "GAMMA_CACHE_DIR", folder + " cannot be written: " + FileProblem.reason(e));
        }
        return folder;
    }

    /** The folder of the recordings. */
    Path data() {
        return Path.of(named("--data-dir", dataDir, "data")).toAbsolutePath().normalize();
    }

    private long size() {
        try {
            if (cacheSize.startsWith("+")) {
                throw new IllegalArgumentException("signs are for numbers that may be less than nothing");
            }
            var size = cacheSize.isEmpty() ? DataSize.ofGigabytes(10) : DataSize.parse(cacheSize);
            return DayStore.requireSize(size.toBytes());
        } catch (IllegalArgumentException e) {
            throw wrong("--cache-size", "GAMMA_CACHE_SIZE", cacheSize + " is no size, write one such as 500MB or 10GB");
        }
    }
}
