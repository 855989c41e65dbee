package com.gammareplay.performance;

import com.gammareplay.performance.Measurement.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Measures everything and writes a page about it: RECORDING WORK PAGE COMMIT ROUNDS. */
final class PerformanceReport {

    private static final String INTRODUCTION = """
            # Performance

            Measured by one command, which writes this page anew; nothing here is written by hand:

            ```sh
            scripts/performance.sh
            ```

            It makes a month of SPX and NDX (21 sessions) with the project's own generator, and measures each thing in a
            process of its own, in turns with a scan of the same rows by the `sqlite3` program
            (`select count(*), sum(bid), sum(ask)`). Seconds are the best of all rounds, with the median in brackets;
            rates and ratios follow from the best. Ratios to the scan can be compared between machines, seconds cannot.
            They are to the scan of the whole table, the fastest there is; *by time and index* is the same query with a
            condition that finds these rows, as it must be written where a recording has more than one month.

            - *first*: in a process that has done nothing but look through the folder, which is not counted; *warm*: the best
              of 10 more times in it, of 300 where nothing is read but what was kept: the JVM compiles meanwhile
            - *read the recording*: all sessions on 2 threads; *what was kept*: the files that the service keeps of days
              that it has read, which are mapped: most of their bytes are read only when a replay asks for them
            - *replay*: with the standard parameters, a tick every 30 s; a tick is an instant, whatever the number of indices
            - *ticks alone*: the loop of a replay, without what comes before and after it; the best of 1,000
            - jobs: submitted to a service and polled until they have succeeded. *All prepared*: the first
              job of the process, and the best of 300 more; *a recording new to the service*: a link that is put into the
              folder after those, so that all of it is read, replayed and kept; the first, and the best of 10 more.
              The service does not read by itself meanwhile
            - sweeps: combinations over SPX, from what was kept; the best of 2 more
            - peak heap is what the areas of the heap held at most, garbage included; resident is the whole process
            - the files are in the system's page cache throughout
            """;

    private PerformanceReport() {}

    static void main(String[] arguments) throws IOException {
        var recording = Path.of(arguments[0]);
        var rounds = Integer.parseInt(arguments[4]);
        var figures = new Rounds(recording, Path.of(arguments[1])).run(rounds);
        requireKept(figures);
        var lines = new ArrayList<>(INTRODUCTION.lines().toList());
        lines.add("");
        lines.addAll(Machine.lines(512));
        lines.add("- recording: " + (Files.size(recording) >> 20) + " MiB");
        lines.add("- measured on " + LocalDate.now(ZoneOffset.UTC) + ", commit " + arguments[3] + ", " + rounds
                + " rounds");
        lines.addAll(new PerformancePage(figures).lines());
        Files.write(Path.of(arguments[2]), lines);
    }

    /** Otherwise the figures were not those of what was kept. */
    private static void requireKept(Figures figures) {
        for (var indices : Rounds.INDICES) {
            for (var kind : List.of(Kind.READ_KEPT, Kind.REPLAY_KEPT)) {
                if (figures.greatest(Rounds.group(kind, indices) + " misses") > 0) {
                    throw new IllegalStateException("days were not kept; is something writing to the recording?");
                }
            }
        }
    }
}
