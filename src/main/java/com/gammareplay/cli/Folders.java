package com.gammareplay.cli;

import com.gammareplay.marketdata.sqlite.RecordingFolder;
import java.nio.file.Path;
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

    RecordingFolder recordings() {
        return RecordingFolder.of(dataDir, home, BUSY_TIMEOUT);
    }
}
