package com.gammareplay.performance;

import com.gammareplay.Application;
import com.gammareplay.crash.JobTrial;
import com.gammareplay.performance.Measurement.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** Measures everything again and again, the scan each time beside it: other people's load then hits all alike. */
final class Rounds {

    /** The sweeps that are measured. */
    static final List<Sweep> SWEEPS = List.of(new Sweep(1_000, 1), new Sweep(1_000, 2), new Sweep(10_000, 2));
    /** The indices of one measurement, one list each. */
    static final List<List<String>> INDICES = List.of(List.of("SPX"), List.of("SPX", "NDX"));

    private static final int THREADS = 2;

    /** Combinations, and threads that share them. */
    record Sweep(int combinations, int threads) {}

    private final Path folder;
    private final Path recording;
    private final Path work;
    private final Figures figures = new Figures();

    /**
     * Rounds on a recording.
     *
     * @param recording a file, the only one of its folder
     * @param work folder for what is made meanwhile
     */
    Rounds(Path recording, Path work) {
        this.recording = recording.toAbsolutePath();
        this.folder = this.recording.resolveSibling("");
        this.work = work;
    }

    /** What figures of some work are called. */
    static String group(Kind kind, List<String> indices) {
        return kind + " " + String.join(",", indices);
    }

    /** What figures of the scan are called. */
    static String scan(List<String> indices) {
        return "SCAN " + String.join(",", indices);
    }

    /** What figures of sweeps are called. */
    static String group(Sweep sweep) {
        return Kind.SWEEP + " " + sweep.combinations() + " " + sweep.threads();
    }

    Figures run(int rounds) throws IOException {
        var both = INDICES.getLast();
        Processes.java(Measurement.class, arguments(Kind.READ_KEPT, both, THREADS));
        for (var round = 1; round <= rounds; round++) {
            System.err.println("round " + round + " of " + rounds);
            for (var indices : INDICES) {
                addScan(indices);
                for (var kind : List.of(Kind.READ, Kind.REPLAY, Kind.READ_KEPT, Kind.REPLAY_KEPT, Kind.LOOP)) {
                    measure(group(kind, indices), kind, indices, THREADS);
                }
            }
            for (var sweep : SWEEPS) {
                var arguments = new ArrayList<>(arguments(Kind.SWEEP, INDICES.getFirst(), sweep.threads()));
                arguments.add(String.valueOf(sweep.combinations()));
                figures.addLines(group(sweep), Processes.java(Measurement.class, arguments));
            }
            command();
            figures.addLines("JOB", Processes.java(JobTrial.class, List.of(recording.toString(), work.toString())));
        }
        return figures;
    }

    private void addScan(List<String> indices) {
        var group = scan(indices);
        figures.add(
                group, Stopwatch.seconds(() -> figures.add(group + " rows", (double) Scan.rows(recording, indices))));
        figures.add(group + " found", Stopwatch.seconds(() -> Scan.rowsFound(recording, indices)));
    }

    private void measure(String group, Kind kind, List<String> indices, int threads) {
        figures.addLines(group, Processes.java(Measurement.class, arguments(kind, indices, threads)));
    }

    private List<String> arguments(Kind kind, List<String> indices, int threads) {
        return List.of(
                kind.name(),
                folder.toString(),
                work.resolve("kept").toString(),
                String.join(",", indices),
                String.valueOf(threads));
    }

    /** The command as users type it, with nothing kept and then with everything. */
    private void command() throws IOException {
        var kept = work.resolve("kept-by-command");
        FileSystemUtils.deleteRecursively(kept);
        var arguments = new ArrayList<>(Arrays.asList(
                "replay", "--quiet", "--data-dir", folder.toString(), "--home", work.toString(), "--cache-dir"));
        arguments.addAll(
                List.of(kept.toString(), "--output", work.resolve("result.json").toString()));
        for (var state : List.of("first", "warm")) {
            figures.add(
                    "COMMAND " + state,
                    Stopwatch.seconds(() -> Processes.java(Application.class, List.copyOf(arguments))));
        }
    }
}
