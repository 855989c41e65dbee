package com.gammareplay.performance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures whether time and memory grow with the range of a replay, and writes a page: RECORDING WORK PAGE COMMIT. */
final class YearReport {

    private static final int HEAP = 256;
    /** A month, half a year and a year. */
    private static final List<Integer> SESSIONS = List.of(21, 125, 250);

    private static final double MEBIBYTE = 1 << 20;

    private static final String INTRODUCTION = """
            # A year

            Measured by one command, which writes this page anew; nothing here is written by hand:

            ```sh
            scripts/performance-year.sh
            ```

            It makes 250 sessions of SPX and NDX with the project's own generator, and replays a part of them, then all,
            with the standard parameters: each in a process of its own with a heap of 256 MiB and two threads that
            read. Peak heap is what the areas of the heap held at most, garbage included, so it tends to the limit wherever
            much is read; that a replay ends within the limit is what counts. Resident is the whole process, with the pages
            of mapped files, which the system takes back when it needs them.
            """;

    private final Path recording;
    private final Path kept;
    private final List<String> lines = new ArrayList<>();

    private YearReport(Path recording, Path work) {
        this.recording = recording.toAbsolutePath();
        this.kept = work.resolve("kept");
    }

    static void main(String[] arguments) throws IOException {
        var report = new YearReport(Path.of(arguments[0]), Path.of(arguments[1]));
        report.write(arguments[3]);
        Files.write(Path.of(arguments[2]), report.lines);
    }

    private void write(String commit) throws IOException {
        lines.addAll(INTRODUCTION.lines().toList());
        lines.add("");
        lines.addAll(Machine.lines(HEAP));
        lines.add("- recording: " + (Files.size(recording) >> 20) + " MiB, "
                + String.format(Locale.ROOT, "%,d", Scan.rows(recording, List.of("SPX", "NDX"))) + " leg prices");
        lines.add("- measured on " + LocalDate.now(ZoneOffset.UTC) + ", commit " + commit);
        lines.add("");
        lines.add("| work | sessions | s | ms a session | peak heap MiB | peak resident MiB |");
        lines.add("|---|---|---|---|---|---|");
        for (var sessions : SESSIONS) {
            row("replay, nothing kept", sessions, measure(sessions));
        }
        measure(SESSIONS.getLast(), kept.toString());
        for (var sessions : SESSIONS) {
            var figures = measure(sessions, kept.toString());
            if (figures.best("RANGE misses") > 0) {
                throw new IllegalStateException("days were not kept; is something writing to the recording?");
            }
            row("replay what was kept", sessions, figures);
        }
    }

    private Figures measure(int sessions, String... folderOfKept) {
        var arguments = new ArrayList<>(List.of(recording.resolveSibling("").toString(), String.valueOf(sessions)));
        arguments.addAll(List.of(folderOfKept));
        var figures = new Figures();
        figures.addLines("RANGE", Processes.java(RangeMeasurement.class, HEAP, arguments));
        return figures;
    }

    private void row(String work, int sessions, Figures figures) {
        var seconds = figures.best("RANGE first");
        lines.add(String.format(
                Locale.ROOT,
                "| %s | %d | %.2f | %.1f | %.0f | %.0f |",
                work,
                sessions,
                seconds,
                seconds * 1000 / sessions,
                figures.best("RANGE heap") / MEBIBYTE,
                figures.best("RANGE resident") / MEBIBYTE));
    }
}
