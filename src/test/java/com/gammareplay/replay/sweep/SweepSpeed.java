package com.gammareplay.replay.sweep;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.marketdata.sqlite.RecordingFolder;
import com.gammareplay.replay.BacktestRunner;
import com.gammareplay.replay.RawRequest;
import com.gammareplay.replay.ReplayListener;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Times sweeps over a recording whose sessions are in memory: FOLDER DATASET INDEX FROM TO COMBINATIONS THREADS RUNS. */
final class SweepSpeed {

    private static final int VALUES = 10;

    private SweepSpeed() {}

    public static void main(String[] arguments) {
        var folder = Path.of(arguments[0]);
        var combinations = Integer.parseInt(arguments[5]);
        var threads = Integer.parseInt(arguments[6]);
        var calendar = new ExchangeCalendar();
        var catalog = new LoadedCatalog(new RecordingFolder(folder, folder, folder, 1000, null));
        try (var executor = Executors.newFixedThreadPool(Math.max(1, threads))) {
            var backtests = new BacktestRunner(catalog, calendar, executor, "speed");
            var sweeps = new SweepRunner(catalog, calendar, backtests, executor, new Crew(executor, threads));
            var base = new RawRequest(
                    arguments[1], List.of(arguments[2]), arguments[3], arguments[4], null, null, null, null);
            var sweep = sweeps.read(new RawSweep(base, grid(combinations), null, null, null, null));
            for (var run = 1; run <= Integer.parseInt(arguments[7]); run++) {
                var journal = new MemoryJournal();
                var began = System.nanoTime();
                sweeps.run(sweep, journal, ReplayListener.NONE);
                var trades = journal.summaries().stream()
                        .mapToInt(summary -> summary.trades())
                        .sum();
                System.out.printf(
                        "run %d: %d combinations on %d threads in %.2f s, %d trades%n",
                        run, sweep.combinations().size(), threads, (System.nanoTime() - began) / 1e9, trades);
            }
        }
    }

    /** Gates, exits and stops, as people sweep them. */
    private static Map<String, List<Object>> grid(int combinations) {
        return Map.of(
                "minCredit",
                numbers(VALUES, 0.5, 0.1),
                "stopLoss",
                numbers(VALUES, -0.30, 0.02),
                "trailingDistance",
                numbers(combinations / VALUES / VALUES, 0.02, 0.005));
    }

    private static List<Object> numbers(int count, double first, double step) {
        return IntStream.range(0, count)
                .<Object>mapToObj(i -> BigDecimal.valueOf(first).add(BigDecimal.valueOf(step * i)))
                .toList();
    }
}
