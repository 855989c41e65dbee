package com.gammareplay.cli;

import com.gammareplay.marketdata.columns.DayStore;
import com.gammareplay.marketdata.sqlite.RecordingFolder;
import java.nio.file.Path;
import java.time.InstantSource;
import picocli.CommandLine.Option;

/** Where recordings and the service's own files lie; the same settings as the service's. */
final class Folders {

    private static final int BUSY_TIMEOUT = 5000;
    private static final long MOST_CACHE_BYTES = 10L << 30;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            defaultValue = "${env:GAMMA_DATA_DIR:-./data}",
            description = "Folder of the recordings (GAMMA_DATA_DIR, default ./data).")
    private Path dataDir = Path.of("data");

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "${env:GAMMA_HOME:-./var}",
            description = "Folder for files of our own, such as the demo recording (GAMMA_HOME, default ./var).")
    private Path home = Path.of("var");

    @Option(
            names = "--cache-dir",
            paramLabel = "DIR",
            defaultValue = "${env:GAMMA_CACHE_DIR:-}",
            description = "Folder for what was read of recordings (GAMMA_CACHE_DIR, default cache in the home folder).")
    private String cacheDir = "";

    RecordingFolder recordings() {
        var cache = cacheDir.isEmpty() ? home.resolve("cache") : Path.of(cacheDir);
        return RecordingFolder.of(
                dataDir, home, BUSY_TIMEOUT, new DayStore(cache, MOST_CACHE_BYTES, InstantSource.system()));
    }
}
