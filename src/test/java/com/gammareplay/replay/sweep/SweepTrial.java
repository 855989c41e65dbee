package com.gammareplay.replay.sweep;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.replay.Backtests;
import com.gammareplay.replay.RawRequest;
import com.gammareplay.testing.DeafListener;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

/** A sweep over gates, exits and stops, as people sweep them, that can be run again and again. */
public final class SweepTrial {

    private static final int VALUES = 10;

    private final SweepRunner sweeps;
    private final SweepRequest sweep;

    /**
     * A sweep over what a base replays.
     *
     * @param threads among which it is shared
     * @param combinations a multiple of 100
     */
    public SweepTrial(
            DatasetCatalog datasets,
            ExchangeCalendar calendar,
            Backtests backtests,
            Executor executor,
            int threads,
            RawRequest base,
            int combinations) {
        sweeps = new SweepRunner(datasets, calendar, backtests, executor, new Crew(executor, threads), "trial");
        sweep = sweeps.read(new RawSweep(base, grid(combinations), null, null, null, null));
    }

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
                .<Object>mapToObj(i ->
                        BigDecimal.valueOf(first).add(BigDecimal.valueOf(step).multiply(BigDecimal.valueOf(i))))
                .toList();
    }

    /** Replays all combinations. */
    public void run() {
        sweeps.run(sweep, new MemoryJournal(), new DeafListener());
    }
}
