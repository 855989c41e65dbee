package com.gammareplay.performance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Replays the first sessions of a recording in a JVM that has done nothing else: FOLDER SESSIONS [KEPT]. */
final class RangeMeasurement {

    private static final int THREADS = 2;

    private RangeMeasurement() {}

    static void main(String[] arguments) throws IOException {
        var sessions = Integer.parseInt(arguments[1]);
        var kept = arguments.length > 2 ? Path.of(arguments[2]) : null;
        try (var engine = new Engine(Path.of(arguments[0]), List.of("SPX", "NDX"), THREADS, kept)) {
            Measurement.print("first", Stopwatch.seconds(() -> engine.replay(sessions)));
            Measurement.print("misses", engine.misses());
        }
        Measurement.print("heap", Measurement.peakHeap());
        Measurement.print("resident", Measurement.peakResident());
    }
}
