package com.gammareplay.cli;

import com.gammareplay.marketdata.columns.DayStore;
import com.gammareplay.marketdata.sqlite.RecordingFolder;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.util.unit.DataSize;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** Where recordings and the service's own files lie; the same settings as the service's. */
final class Folders {

    private static final int BUSY_TIMEOUT = 5000;

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

    @Option(
            names = "--cache-size",
            paramLabel = "SIZE",
            defaultValue = "${env:GAMMA_CACHE_SIZE:-10GB}",
            converter = SizeConverter.class,
            description = "Most that may lie there (GAMMA_CACHE_SIZE, default 10GB); the longest unused go first.")
    private DataSize cacheSize = DataSize.ofGigabytes(10);

    /** Reads sizes as the service does. */
    static final class SizeConverter implements ITypeConverter<DataSize> {
        @Override
        public DataSize convert(String text) {
            return DataSize.parse(text);
        }
    }

    RecordingFolder recordings() {
        var cache = cacheDir.isEmpty() ? home.resolve("cache") : Path.of(cacheDir);
        return RecordingFolder.of(
                dataDir, home, BUSY_TIMEOUT, new DayStore(cache, cacheSize.toBytes(), InstantSource.system()));
    }
}
