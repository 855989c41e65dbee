package com.gammareplay.api.sweeps;

import com.gammareplay.api.conventions.QueryValues;
import com.gammareplay.jobs.WarningFilter;
import com.gammareplay.replay.sweep.Objective;
import java.util.Objects;

/**
 * In which order combinations are ranked.
 *
 * @param without which of them are left out
 */
record RankingOrder(String number, boolean descending, WarningFilter without) {

    static RankingOrder read(QueryValues query) {
        var text = Objects.requireNonNullElse(query.oneOf("sort", Objective.NAMES), Objective.STANDARD.name());
        var without = WarningFilter.of(query.someOf("withoutWarnings", WarningFilter.NAMES));
        return text.startsWith("-")
                ? new RankingOrder(text.substring(1), true, without)
                : new RankingOrder(text, false, without);
    }
}
