package com.gammareplay.testing;

import com.gammareplay.requests.RawRequest;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A sweep as a client may ask for it, null where it leaves something out. */
public record AskedSweep(
        RawRequest base,
        @Nullable Map<String, ? extends @Nullable Object> grid,
        @Nullable Map<String, ? extends @Nullable Object> ranges,
        @Nullable BigDecimal samples,
        @Nullable BigDecimal seed,
        @Nullable Windows walkForward,
        boolean intervals) {

    public AskedSweep(
            RawRequest base,
            @Nullable Map<String, ? extends @Nullable Object> grid,
            @Nullable Map<String, ? extends @Nullable Object> ranges,
            @Nullable BigDecimal samples,
            @Nullable BigDecimal seed,
            @Nullable Windows walkForward) {
        this(base, grid, ranges, samples, seed, walkForward, false);
    }

    /** A walk-forward test as a client may ask for it. */
    public record Windows(
            @Nullable BigDecimal trainSessions,
            @Nullable BigDecimal testSessions,
            @Nullable BigDecimal step,
            @Nullable String objective) {}

    /** All combinations of some values. */
    public static AskedSweep grid(RawRequest base, Map<String, ? extends @Nullable Object> grid) {
        return new AskedSweep(base, grid, null, null, null, null);
    }

    /** The same with intervals. */
    public AskedSweep withIntervals() {
        return new AskedSweep(base, grid, ranges, samples, seed, walkForward, true);
    }

    /** The body of the submission. */
    public byte[] json() {
        return JsonMapper.shared().writeValueAsBytes(this);
    }
}
