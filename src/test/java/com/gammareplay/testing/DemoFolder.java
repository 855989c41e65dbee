package com.gammareplay.testing;

import com.gammareplay.marketdata.sqlite.SyntheticRecordings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder with the demo recording, which is made once a build by each of the JVMs that run tests. */
public final class DemoFolder {

    private static final Path FOLDER = Path.of("target", "test-demo-" + TestData.fork());

    private DemoFolder() {}

    public static synchronized Path path() {
        var file = FOLDER.resolve("demo.db");
        if (!Files.exists(file)) {
            try {
                Files.createDirectories(FOLDER);
                new SyntheticRecordings().writeDemo(file, false, (_, _) -> {});
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return FOLDER;
    }
}
