package com.gammareplay.performance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the figures were measured on. */
final class Machine {

    private Machine() {}

    /**
     * As items of a list.
     *
     * @param heap most that a measured JVM may have, in MiB
     */
    static List<String> lines(int heap) throws IOException {
        var processors = Runtime.getRuntime().availableProcessors();
        var kibibytes = Long.parseLong(field("/proc/meminfo", "MemTotal").split(" ", 2)[0]);
        return List.of(
                "- machine: " + field("/proc/cpuinfo", "model name") + ", " + processors + " processors, "
                        + Math.round(kibibytes / 1024.0 / 1024) + " GiB of memory, " + System.getProperty("os.name")
                        + " " + System.getProperty("os.version"),
                "- JVM: " + System.getProperty("java.vm.name") + " " + Runtime.version() + ", heap of " + heap
                        + " MiB, parallel collector",
                "- sqlite3: "
                        + Processes.run(List.of("sqlite3", "--version"))
                                .getFirst()
                                .split(" ", 2)[0]);
    }

    private static String field(String file, String name) throws IOException {
        return Files.readAllLines(Path.of(file)).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }
}
