package com.gammareplay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An older Java says which one is needed. */
class LauncherTest {

    private static final int JAVA_17 = 61;
    private static final Path CLASSES = Path.of("target/classes");
    private static final Path MACHINE = Path.of("/usr/lib/jvm");

    @Test
    void the_oldest_java_that_gets_so_far_can_load_it() throws IOException {
        try (var launcher =
                new DataInputStream(Files.newInputStream(CLASSES.resolve("com/gammareplay/Launcher.class")))) {
            launcher.readInt();
            launcher.readUnsignedShort();
            assertThat(launcher.readUnsignedShort()).isEqualTo(JAVA_17);
        }
    }

    @Test
    void an_older_java_says_in_one_line_which_is_needed() throws IOException, InterruptedException {
        var home = olderJava();
        assumeThat(home).as("no Java from 17 to 24 under " + MACHINE).isPresent();
        var java = home.orElseThrow().resolve("bin/java").toString();
        var process = new ProcessBuilder(java, "-cp", CLASSES.toString(), Launcher.class.getName())
                .redirectErrorStream(true)
                .start();

        assertThat(process.inputReader().lines())
                .singleElement()
                .asString()
                .matches("gamma-replay needs Java 25 or newer, this is Java (1[7-9]|2[0-4])\\.");
        assertThat(process.waitFor()).isEqualTo(1);
    }

    private static Optional<Path> olderJava() throws IOException {
        if (!Files.isDirectory(MACHINE)) {
            return Optional.empty();
        }
        try (var homes = Files.newDirectoryStream(MACHINE)) {
            for (var home : homes) {
                var release = home.resolve("release");
                if (Files.isExecutable(home.resolve("bin/java"))
                        && Files.isRegularFile(release)
                        && Files.readString(release).matches("(?s).*JAVA_VERSION=\"(1[7-9]|2[0-4])\\b.*")) {
                    return Optional.of(home);
                }
            }
        }
        return Optional.empty();
    }
}
