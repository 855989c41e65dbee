package com.gammareplay.requests;

import com.gammareplay.calendar.TickSchedule;
import com.gammareplay.model.Session;
import com.gammareplay.parameters.TypedParameters;
import com.gammareplay.replay.sweep.Combinations;
import com.gammareplay.replay.sweep.SweepRequest;
import com.gammareplay.replay.sweep.WalkForward;
import com.gammareplay.replay.sweep.WindowPlan;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/** How many ticks a sweep looks at, each combination with its own step. */
final class TickCount {

    /** Over an hour's work for two processors. */
    static final long MOST = 100_000_000_000L;

    private static final String STEP = "step";

    private TickCount() {}

    /** Ticks of all combinations on all sessions, and of the training of a walk-forward test. */
    static long of(SweepRequest sweep, List<Session> sessions) {
        var once = inOnePass(sweep, sessions);
        return WindowPlan.windows(sweep, sessions).stream()
                .map(WalkForward.Window::train)
                .mapToLong(train -> inOnePass(sweep, train))
                .reduce(once, Math::addExact);
    }

    private static long inOnePass(SweepRequest sweep, List<Session> sessions) {
        var known = new HashMap<Integer, Long>();
        IntToLongFunction ticks = step -> known.computeIfAbsent(step, _ -> TickSchedule.ticks(sessions, step));
        var combinations = sweep.combinations();
        for (var axis = 0; axis < combinations.axes().size(); axis++) {
            if (combinations.axes().get(axis).name().equals(STEP)) {
                var place = axis;
                return IntStream.range(0, combinations.size())
                        .mapToLong(combination -> ticks.applyAsLong(step(combinations, combination, place)))
                        .sum();
            }
        }
        return combinations.size()
                * ticks.applyAsLong(
                        TypedParameters.of(sweep.base().parameters()).schedule().step());
    }

    private static int step(Combinations combinations, int combination, int axis) {
        var value = combinations.axes().get(axis).value(combinations.place(combination, axis));
        return ((Number) Objects.requireNonNull(value)).intValue();
    }
}
