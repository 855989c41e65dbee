package com.gammareplay.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A parity check in a process of its own, that has the file and nothing else. */
final class FreshParity {

    private FreshParity() {}

    /** Prints what comes of the check of a recording in a home folder. */
    public static void main(String[] arguments) {
        System.out.println(LivedDay.parity(Path.of(arguments[0]), arguments[1]));
    }

    /** What such a process prints last. */
    static String check(Path home, String dataset) throws IOException, InterruptedException {
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FreshParity.class.getName(),
                        home.toString(),
                        dataset))
                .redirectErrorStream(true)
                .start();
        try (var out = process.inputReader()) {
            var last = out.lines().reduce("", (_, line) -> line);
            process.waitFor();
            return last;
        }
    }
}
