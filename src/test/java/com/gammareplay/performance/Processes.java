package com.gammareplay.performance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs programs to their end. */
final class Processes {

    private Processes() {}

    /** The lines that a program prints; it must succeed. */
    static List<String> run(List<String> command) {
        try {
            var process =
                    new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
            try (var out = process.inputReader()) {
                var lines = out.readAllLines();
                var status = process.waitFor();
                if (status != 0) {
                    throw new IllegalStateException("exit status " + status + ": " + String.join(" ", command));
                }
                return lines;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Runs a class on this class path in a JVM of its own with a heap of 512 MiB. */
    static List<String> java(Class<?> main, List<String> arguments) {
        return java(main, 512, arguments);
    }

    /** Runs a class on this class path in a JVM of its own with a heap of some MiB. */
    static List<String> java(Class<?> main, int heap, List<String> arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap + "m",
                "-XX:+UseParallelGC",
                "-XX:+UseSystemMemoryBarrier",
                "--enable-native-access=ALL-UNNAMED",
                "-Dlogging.level.root=warn",
                "-Dgamma.trial.tier=4",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        return run(command);
    }
}
