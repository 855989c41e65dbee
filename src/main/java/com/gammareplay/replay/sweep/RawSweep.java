package com.gammareplay.replay.sweep;

import com.gammareplay.replay.RawRequest;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request for a sweep as it was written: nothing checked, null where nothing was given. */
public record RawSweep(
        RawRequest base,
        @Nullable Map<String, ? extends @Nullable Object> grid,
        @Nullable Map<String, ? extends @Nullable Object> ranges,
        @Nullable BigDecimal samples,
        @Nullable BigDecimal seed,
        @Nullable RawWalkForward walkForward) {

    /** A request for a walk-forward test as it was written. */
    public record RawWalkForward(
            @Nullable BigDecimal trainSessions,
            @Nullable BigDecimal testSessions,
            @Nullable BigDecimal step,
            @Nullable String objective) {}
}
