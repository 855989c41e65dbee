package com.gammareplay.replay.sweep;

import com.gammareplay.replay.Headline;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What choosing the best combination again and again would have given.
 *
 * @param outOfSample over the sessions of all tests, each begun with the balance at the end of the one before
 */
public record WalkForwardResult(Objective objective, Headline outOfSample, List<Window> windows) {

    /**
     * One window.
     *
     * @param combination the chosen one, numbered from 0
     * @param parameters its swept parameters
     * @param inSample of the chosen combination on the sessions it was chosen on, begun with the starting balance
     * @param outOfSample of the same on the sessions after them
     */
    public record Window(
            Range train,
            Range test,
            int combination,
            Map<String, @Nullable Object> parameters,
            Headline inSample,
            Headline outOfSample) {}

    /** First and last session. */
    public record Range(LocalDate from, LocalDate to) {}
}
