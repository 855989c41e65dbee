package com.gammareplay.cli;

import com.gammareplay.Application;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The command line in a process of its own. */
final class CommandProcess {

    private CommandProcess() {}

    /** The words that start it. */
    static List<String> words(String... arguments) {
        var words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Application.class.getName()));
        words.addAll(Arrays.asList(arguments));
        return words;
    }

    /** Starts it behind some words, such as {@code setpriv} with its options. */
    static Process start(List<String> before, String... arguments) throws IOException {
        var words = new ArrayList<>(before);
        words.addAll(words(arguments));
        return new ProcessBuilder(words).redirectErrorStream(true).start();
    }
}
