package com.gammareplay.replay.sweep;

import com.gammareplay.marketdata.Cancelling;
import com.gammareplay.model.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Rows of a sweep that are replayed together. As many as may be held in memory with all their trades and take a second or
 * so, thus fewer of longer ranges and shorter steps; but so many that reading the sessions is worth while.
 *
 * @param end behind the last row
 */
record Slice(int first, int end) {

    private static final int MOST_ROWS = 1_000;
    private static final int LEAST_ROWS = 16;
    private static final int SESSIONS_IN_MEMORY = 20_000;
    private static final long MOST_TICKS = 16_000_000;

    /**
     * The slices of some rows.
     *
     * @param row what there is to replay for each of them
     */
    static List<Slice> of(int first, int end, Workload row) {
        var most = Math.min(SESSIONS_IN_MEMORY / Math.max(1, row.sessions()), MOST_TICKS / Math.max(1, row.ticks()));
        var rows = Math.clamp(most, LEAST_ROWS, MOST_ROWS);
        var slices = new ArrayList<Slice>();
        for (var start = first; start < end; start += rows) {
            slices.add(new Slice(start, Math.min(end, start + rows)));
        }
        return slices;
    }

    /**
     * Replays the rows on some sessions, each begun with the starting balance; what came of them in order.
     *
     * @param outcome what is wanted of each
     * @param cancelled asked also while rows are made ready and summed up, since a thousand of them take a while
     * @throws CancellationException once that is so
     */
    <T> List<T> replay(
            SweepRequest sweep,
            List<Session> sessions,
            Pass pass,
            BooleanSupplier cancelled,
            Function<CombinationRun, T> outcome) {
        var runs = IntStream.range(first, end)
                .mapToObj(row -> {
                    Cancelling.requireWanted(cancelled);
                    return new CombinationRun(sweep.run(row), sweep.base().startingBalance(), cancelled);
                })
                .toList();
        pass.replay(runs, sessions);
        return runs.stream()
                .map(run -> {
                    Cancelling.requireWanted(cancelled);
                    return outcome.apply(run);
                })
                .toList();
    }
}
