package com.gammareplay.report;

import com.gammareplay.trading.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A decision as users read it. */
record DecisionJson(
        LocalDate session,
        String index,
        String checkTime,
        Instant instant,
        String outcome,
        @Nullable String reason,
        Map<String, @Nullable Object> values,
        @Nullable Integer tradeNumber) {

    static DecisionJson of(Decision decision) {
        var reason = decision.reason();
        return new DecisionJson(
                decision.session(),
                decision.check().index().name(),
                decision.check().time().toString(),
                Instant.ofEpochSecond(decision.instant()),
                decision.isEntered() ? "ENTERED" : "SKIPPED",
                reason == null ? null : reason.name(),
                decision.values(),
                decision.tradeNumber());
    }
}
