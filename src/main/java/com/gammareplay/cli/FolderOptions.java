package com.gammareplay.cli;

import com.gammareplay.marketdata.FileProblem;
import com.gammareplay.marketdata.columns.DayStore;
import com.gammareplay.marketdata.sqlite.RecordingFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where recordings and the service's own files lie; the same settings as the service's. */
final class FolderOptions {

    private static final int BUSY_TIMEOUT = 5000;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            defaultValue = "${env:GAMMA_DATA_DIR:-}",
            description = "Folder of the recordings (GAMMA_DATA_DIR, default ./data).")
    private String dataDir = "";

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "${env:GAMMA_HOME:-}",
            description = "Folder for files of our own, such as the demo recording (GAMMA_HOME, default ./var).")
    private String home = "";

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
        requireNames();
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

    /** An empty variable counts as not set, but whoever types an option means something by it. */
    private void requireNames() {
        var command = Objects.requireNonNull(spec).commandLine();
        for (var option : List.of("--data-dir", "--home", "--cache-dir")) {
            if (command.getParseResult().matchedOptionValue(option, option).isEmpty()) {
                throw new ParameterException(command, option + ": names no folder");
            }
        }
    }

    /** Tried before the work only if it was named: without it, replays read their recordings. */
    private Path cache() {
        if (cacheDir.isEmpty()) {
            return home().resolve("cache");
        }
        var folder = Path.of(cacheDir).toAbsolutePath().normalize();
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
        return Path.of(dataDir.isEmpty() ? "data" : dataDir).toAbsolutePath().normalize();
    }

    /** The folder for files of our own. */
    Path home() {
        return Path.of(home.isEmpty() ? "var" : home);
    }

    /** Something is wrong with the folder for files of our own. */
    ParameterException wrongHome(String message) {
        return wrong("--home", "GAMMA_HOME", home().toAbsolutePath().normalize() + " " + message);
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

    /** Names what was typed: the option, or else the variable. */
    private ParameterException wrong(String option, String variable, String message) {
        var command = Objects.requireNonNull(spec).commandLine();
        var name = command.getParseResult().hasMatchedOption(option) ? option : variable;
        return new ParameterException(command, name + ": " + message);
    }
}
