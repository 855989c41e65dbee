package com.gammareplay.performance;

import com.gammareplay.replay.ReplayResult;
import com.gammareplay.replay.SessionResult;
import com.gammareplay.replay.SessionResult.Status;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Measures one kind of work in a JVM that has done nothing else: KIND FOLDER KEPT INDICES THREADS [COMBINATIONS]. */
final class Measurement {

    /** As many as the jobs that read a recording each: the JVM is compiling until about then. */
    private static final int WARM_READS = 10;

    private static final int WARM_REPLAYS = 300;
    /** A loop takes a millisecond or two, and the JVM compiles beside it. */
    private static final int WARM_LOOPS = 1000;

    private static final int WARM_SWEEPS = 2;

    private Measurement() {}

    /** Kinds of work; days that were read once are kept as files. */
    enum Kind {
        READ("read the recording"),
        READ_KEPT("read what was kept"),
        REPLAY("replay, nothing kept"),
        REPLAY_KEPT("replay what was kept"),
        LOOP("ticks alone, all open, 1 thread"),
        SWEEP("sweep over what was kept");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        boolean isOfKeptDays() {
            return this != READ && this != REPLAY;
        }
    }

    static void main(String[] arguments) throws IOException {
        var kind = Kind.valueOf(arguments[0]);
        var kept = kind.isOfKeptDays() ? Path.of(arguments[2]) : null;
        try (var engine = new Engine(
                Path.of(arguments[1]), List.of(arguments[3].split(",", 0)), Integer.parseInt(arguments[4]), kept)) {
            switch (kind) {
                case READ -> time(engine::load, WARM_READS);
                case READ_KEPT -> time(engine::load, WARM_REPLAYS);
                case REPLAY -> time(engine::replay, WARM_READS);
                case REPLAY_KEPT -> {
                    time(engine::replay, WARM_REPLAYS);
                    count(engine.replay());
                }
                case LOOP -> {
                    try (var loop = engine.tickLoop()) {
                        time(loop::run, WARM_LOOPS);
                    }
                }
                case SWEEP -> time(engine.sweep(Integer.parseInt(arguments[5]))::run, WARM_SWEEPS);
            }
            print("misses", engine.misses());
        }
        print("heap", peakHeap());
        print("resident", peakResident());
    }

    private static void time(Stopwatch.Work<RuntimeException> work, int warmRuns) {
        print("first", Stopwatch.seconds(work));
        var warm = Double.POSITIVE_INFINITY;
        for (var run = 0; run < warmRuns; run++) {
            warm = Math.min(warm, Stopwatch.seconds(work));
        }
        print("warm", warm);
    }

    private static void count(ReplayResult result) {
        var traded = result.sessions().stream()
                .filter(session -> session.status() == Status.TRADED)
                .toList();
        print("sessions", traded.size());
        print("ticks", traded.stream().mapToInt(SessionResult::ticks).sum());
    }

    static void print(String name, Number value) {
        System.out.println(name + "=" + value);
    }

    /** In bytes, garbage included: the sum over the heap's areas of the most that each ever held. */
    static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    /** In bytes, with everything that the JVM itself needs. */
    static long peakResident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
