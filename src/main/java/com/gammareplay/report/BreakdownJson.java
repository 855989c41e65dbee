package com.gammareplay.report;

import com.gammareplay.statistics.Breakdown;
import com.gammareplay.statistics.Dimension;
import com.gammareplay.trading.Ledger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The trades of a run in groups as users read them. */
final class BreakdownJson {

    private BreakdownJson() {}

    /** All ways to divide them, by name. */
    static Map<String, List<Map<String, @Nullable Object>>> all(Ledger run) {
        var breakdowns = new LinkedHashMap<String, List<Map<String, @Nullable Object>>>();
        for (var dimension : Dimension.values()) {
            var groups = Breakdown.of(run, dimension).groups();
            breakdowns.put(
                    dimension.label(), groups.stream().map(BreakdownJson::of).toList());
        }
        return breakdowns;
    }

    private static Map<String, @Nullable Object> of(Breakdown.Group group) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("group", group.name());
        fields.putAll(group.summary().shown(Breakdown.NUMBERS));
        fields.put("reasons", group.summary().reasons());
        return fields;
    }
}
