package com.gammareplay.requests;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A submission of a paper session as it was written: its meaning not looked at, null where nothing was given.
 *
 * @param problems fields that are unknown or of the wrong type; they count as not given
 */
record RawPaper(
        @Nullable String source,
        @Nullable String date,
        @Nullable BigDecimal speed,
        @Nullable List<@Nullable String> indices,
        @Nullable String preset,
        @Nullable Map<String, @Nullable Object> parameters,
        @Nullable BigDecimal startingBalance,
        List<@Nullable BigDecimal> earlierPnl,
        @Nullable String label,
        Problems problems) {

    static RawPaper of(byte[] json) {
        var fields = JsonFields.of(json);
        return new RawPaper(
                fields.text("source"),
                fields.text("date"),
                fields.number("speed"),
                fields.texts("indices"),
                fields.text("preset"),
                fields.values("parameters"),
                fields.number("startingBalance"),
                fields.numbers("earlierPnl"),
                fields.label(),
                fields.problems());
    }

    /** The backtest of its recording, which is of a single date and has instants in UTC. */
    RawRequest replay(String dataset, String day) {
        return new RawRequest(dataset, null, indices, day, day, preset, parameters, startingBalance, null);
    }
}
