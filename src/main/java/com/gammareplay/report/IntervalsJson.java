package com.gammareplay.report;

import com.gammareplay.statistics.Intervals;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The confidence intervals of a run as users read them: a field for each number, null where there is none. */
final class IntervalsJson {

    private IntervalsJson() {}

    /** In the unit of the number; no upper limit is null. */
    private record Range(@Nullable Number low, @Nullable Number high) {}

    static Map<String, @Nullable Object> of(Intervals intervals) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("level", Intervals.LEVEL);
        fields.put("resamples", Intervals.RESAMPLES);
        fields.put("seed", Intervals.SEED);
        for (var number : Intervals.NUMBERS) {
            var found = intervals.byNumber().get(number);
            var high = found == null ? null : found.high();
            fields.put(
                    number.label(),
                    found == null
                            ? null
                            : new Range(
                                    number.unit().shown(found.low()),
                                    high == null ? null : number.unit().shown(high)));
        }
        fields.put("reasons", intervals.reasons());
        return fields;
    }
}
