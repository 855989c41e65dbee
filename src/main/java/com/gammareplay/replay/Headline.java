package com.gammareplay.replay;

import com.gammareplay.statistics.Summary;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers of a run with what to know about them: neither is shown without the other.
 *
 * @param warnings counts by code, in the order of the codes
 */
public record Headline(Summary summary, Map<WarningCode, Long> warnings) {

    static Headline of(Summary summary, List<Warning> warnings) {
        var counts = new EnumMap<WarningCode, Long>(WarningCode.class);
        warnings.forEach(warning -> counts.merge(warning.code(), warning.count(), Long::sum));
        return new Headline(summary, Collections.unmodifiableMap(counts));
    }
}
