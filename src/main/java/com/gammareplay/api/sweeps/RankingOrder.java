package com.gammareplay.api.sweeps;

import com.gammareplay.api.conventions.QueryValues;
import com.gammareplay.replay.sweep.Objective;
import java.util.Objects;

/** In which order combinations are ranked. */
record RankingOrder(String number, boolean descending) {

    static RankingOrder read(QueryValues query) {
        var text = Objects.requireNonNullElse(query.oneOf("sort", Objective.NAMES), Objective.STANDARD.name());
        return text.startsWith("-") ? new RankingOrder(text.substring(1), true) : new RankingOrder(text, false);
    }
}
