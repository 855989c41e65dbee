package com.gammareplay.performance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Ratios of times as they were, in a file. */
final class Baseline {

    private static final double MOST_TIMES = 2;
    private static final List<String> HEADER = List.of(
            "# Times of work as multiples of the time of a scan by sqlite3: what the gate compares with.",
            "# Made by: scripts/performance-gate.sh rewrite");

    private final Path file;

    Baseline(Path file) {
        this.file = file;
    }

    void write(Map<String, Double> ratios) throws IOException {
        var lines = new ArrayList<>(HEADER);
        ratios.forEach((name, ratio) -> lines.add(String.format(Locale.ROOT, "%s=%.3f", name, ratio)));
        Files.write(file, lines);
    }

    /** What is to be said of ratios that are more than twice what they were. */
    List<String> failures(Map<String, Double> ratios) throws IOException {
        var known = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            known.load(in);
        }
        var failures = new ArrayList<String>();
        ratios.forEach((name, ratio) -> {
            var baseline = Double.parseDouble(known.getProperty(name));
            if (ratio > MOST_TIMES * baseline) {
                failures.add(String.format(
                        Locale.ROOT,
                        "performance: %s is %.3f, more than %.0f times its baseline of %.3f in %s; measure again with"
                                + " scripts/performance-gate.sh, and with its argument rewrite accept what it finds",
                        name,
                        ratio,
                        MOST_TIMES,
                        baseline,
                        file));
            }
        });
        return failures;
    }
}
