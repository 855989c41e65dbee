package com.gammareplay.replay.sweep;

import com.gammareplay.marketdata.Cancelling;
import com.gammareplay.model.Session;
import com.gammareplay.statistics.Statistics;
import com.gammareplay.statistics.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Rows of a sweep that are replayed together. As many as may be held in memory with all their trades, so fewer of longer
 * ranges.
 *
 * @param end behind the last row
 */
record Slice(int first, int end) {

    private static final int MOST_ROWS = 1_000;
    private static final int LEAST_ROWS = 16;
    private static final int SESSIONS_IN_MEMORY = 20_000;

    /** The slices of some rows. */
    static List<Slice> of(int first, int end, int sessions) {
        var rows = Math.clamp(SESSIONS_IN_MEMORY / Math.max(1, sessions), LEAST_ROWS, MOST_ROWS);
        var slices = new ArrayList<Slice>();
        for (var start = first; start < end; start += rows) {
            slices.add(new Slice(start, Math.min(end, start + rows)));
        }
        return slices;
    }

    /**
     * Replays the rows on some sessions, each begun with the starting balance; their summaries in order.
     *
     * @param cancelled asked also while rows are made ready and summed up, since a thousand of them take a while
     * @throws CancellationException once that is so
     */
    List<Summary> replay(SweepRequest sweep, List<Session> sessions, Pass pass, BooleanSupplier cancelled) {
        var runs = IntStream.range(first, end)
                .mapToObj(row -> {
                    Cancelling.requireWanted(cancelled);
                    return new VariantRun(sweep.run(row), sweep.base().startingBalance(), cancelled);
                })
                .toList();
        pass.replay(runs, sessions);
        return runs.stream()
                .map(run -> {
                    Cancelling.requireWanted(cancelled);
                    return Statistics.of(run.ledger());
                })
                .toList();
    }
}
