package com.gammareplay.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The folder of recordings and expected results that {@code -Dgamma.test.data} names. */
public final class TestData {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path UNPACKED = Path.of("target", "test-recordings");

    private TestData() {}

    /** Which of the JVMs that run tests at the same time this is. */
    static String fork() {
        return System.getProperty("gamma.test.fork", "fork-1");
    }

    /** The folder; without it the calling test is skipped. */
    public static Path folder() {
        var folder = System.getProperty("gamma.test.data", "");
        assumeTrue(
                !folder.isBlank() && Files.isDirectory(Path.of(folder)),
                "-Dgamma.test.data does not name the folder of test recordings");
        return Path.of(folder);
    }

    /** The files of a sub-folder with an ending, sorted by name. */
    public static List<Path> files(String subFolder, String ending) {
        try (var files = Files.list(folder().resolve(subFolder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode json(Path file) {
        return JSON.readTree(file.toFile());
    }

    /** A folder with all recordings, unpacked once a build. */
    public static synchronized Path recordings() {
        for (var packed : files("data", ".db.gz")) {
            var file = UNPACKED.resolve(packed.getFileName().toString().replace(".gz", ""));
            if (!Files.exists(file)) {
                unpack(packed, file);
            }
        }
        return UNPACKED;
    }

    private static void unpack(Path packed, Path file) {
        try {
            Files.createDirectories(UNPACKED);
            var partial = Files.createTempFile(UNPACKED, "unpacking", ".tmp");
            try (var in = new GZIPInputStream(Files.newInputStream(packed))) {
                Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
