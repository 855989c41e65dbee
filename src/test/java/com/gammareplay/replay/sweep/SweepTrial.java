package com.gammareplay.replay.sweep;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.requests.RawRequest;
import com.gammareplay.requests.RequestReader;
import com.gammareplay.requests.SweepReader;
import com.gammareplay.testing.AskedSweep;
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
            Executor executor,
            int threads,
            RawRequest base,
            int combinations) {
        sweeps = new SweepRunner(datasets, calendar, executor, new ParallelWork(executor, threads), "trial");
        sweep = new SweepReader(new RequestReader(datasets))
                .read(AskedSweep.grid(base, grid(combinations)).json())
                .request();
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
