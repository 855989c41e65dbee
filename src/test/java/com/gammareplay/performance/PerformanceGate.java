package com.gammareplay.performance;

import com.gammareplay.marketdata.sqlite.SyntheticRecordings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Fails if the engine has become much slower than it was, measured against a scan by sqlite3 of the same minute, for times
 * alone say more about the machine: FOLDER BASELINE [rewrite].
 */
final class PerformanceGate {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 2);
    private static final int SESSIONS = 4;
    private static final int ATTEMPTS = 2;

    private PerformanceGate() {}

    static void main(String[] arguments) throws IOException {
        var baseline = new Baseline(Path.of(arguments[1]));
        var measured = new GateRounds(recording(Path.of(arguments[0])), Path.of(arguments[0], "kept"));
        measured.run();
        if (List.of(arguments).contains("rewrite")) {
            baseline.write(measured.ratios());
            return;
        }
        // A noisy moment is forgiven: the best of all rounds counts, and there are more if they did not do.
        for (var attempt = 1;
                attempt < ATTEMPTS && !baseline.failures(measured.ratios()).isEmpty();
                attempt++) {
            measured.run();
        }
        var failures = baseline.failures(measured.ratios());
        measured.ratios()
                .forEach((name, ratio) -> System.out.printf(Locale.ROOT, "performance: %s %.3f%n", name, ratio));
        if (!failures.isEmpty()) {
            failures.forEach(System.err::println);
            System.exit(1);
        }
    }

    private static Path recording(Path folder) throws IOException {
        var file = folder.resolve("data").resolve("gate.db");
        if (Files.notExists(file)) {
            Files.createDirectories(folder.resolve("data"));
            new SyntheticRecordings().write(file, false, FIRST, SESSIONS, 1, (_, _) -> {});
        }
        return file.toAbsolutePath();
    }
}
