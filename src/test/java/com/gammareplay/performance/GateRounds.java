package com.gammareplay.performance;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The gate's measurements: all in turns, on one thread, for the ratios must not depend on the number of processors. */
final class GateRounds {

    private static final List<String> INDICES = List.of("SPX", "NDX");
    private static final int ROUNDS = 8;
    private static final int SHORT_RUNS = 5;
    private static final int COMBINATIONS = 100;
    private static final int MOST_LOADS = 50;

    private final Path recording;
    private final Path kept;
    private final Figures figures = new Figures();

    /**
     * Nothing measured yet.
     *
     * @param kept folder of the days that are kept
     */
    GateRounds(Path recording, Path kept) {
        this.recording = recording;
        this.kept = kept;
    }

    /** Measures some rounds more. */
    void run() {
        var folder = recording.resolveSibling("");
        try (var reading = new Engine(folder, INDICES, 1, null);
                var prepared = new Engine(folder, INDICES, 1, kept)) {
            keepAll(prepared);
            var sweep = prepared.sweep(COMBINATIONS);
            for (var round = 0; round < ROUNDS; round++) {
                time("scan", () -> Scan.rows(recording, INDICES));
                time("load", reading::load);
                for (var run = 0; run < SHORT_RUNS; run++) {
                    time("replay", prepared::replay);
                }
                time("sweep", sweep::run);
            }
        }
    }

    /** A recording that was written a moment ago is not kept yet. */
    private static void keepAll(Engine engine) {
        for (var load = 0; load < MOST_LOADS; load++) {
            var before = engine.misses();
            engine.load();
            if (engine.misses() == before) {
                return;
            }
        }
        throw new IllegalStateException("days are not kept; is something writing to the recording?");
    }

    private void time(String name, Stopwatch.Work<RuntimeException> work) {
        figures.add(name, Stopwatch.seconds(work));
    }

    /** The best time of each work as a multiple of that of the scan, which is none of our code. */
    Map<String, Double> ratios() {
        var ratios = new LinkedHashMap<String, Double>();
        for (var work : List.of("load", "replay", "sweep")) {
            ratios.put(work + "/scan", figures.best(work) / figures.best("scan"));
        }
        return ratios;
    }
}
