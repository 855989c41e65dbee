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
 * Combinations of a sweep that are replayed together; number 0 is its base. As many as may be held in memory with all
 * their trades and take a second or so, thus fewer of longer ranges and shorter steps; but so many that reading the
 * sessions is worth while.
 *
 * @param end behind the last one
 */
record Slice(int first, int end) {

    private static final int MOST = 1_000;
    private static final int LEAST = 16;
    private static final int SESSIONS_IN_MEMORY = 20_000;
    private static final long MOST_TICKS = 16_000_000;

    /**
     * The slices of some combinations.
     *
     * @param each what there is to replay for each of them
     */
    static List<Slice> of(int first, int end, Workload each) {
        var most = Math.min(SESSIONS_IN_MEMORY / Math.max(1, each.sessions()), MOST_TICKS / Math.max(1, each.ticks()));
        var size = Math.clamp(most, LEAST, MOST);
        var slices = new ArrayList<Slice>();
        for (var start = first; start < end; start += size) {
            slices.add(new Slice(start, Math.min(end, start + size)));
        }
        return slices;
    }

    /**
     * Replays them on some sessions, each begun with the starting balance; what came of them in order.
     *
     * @param outcome what is wanted of each
     * @param cancelled asked also while they are made ready and summed up, since a thousand of them take a while
     * @throws CancellationException once that is so
     */
    <T> List<T> replay(
            SweepRequest sweep,
            List<Session> sessions,
            Pass pass,
            BooleanSupplier cancelled,
            Function<CombinationReplay, T> outcome) {
        var combinations = IntStream.range(first, end)
                .mapToObj(number -> {
                    Cancelling.requireWanted(cancelled);
                    return new CombinationReplay(
                            sweep.request(number), sweep.base().startingBalance(), cancelled);
                })
                .toList();
        pass.replay(combinations, sessions);
        return combinations.stream()
                .map(one -> {
                    Cancelling.requireWanted(cancelled);
                    return outcome.apply(one);
                })
                .toList();
    }
}
