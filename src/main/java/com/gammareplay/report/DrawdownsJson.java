package com.gammareplay.report;

import com.gammareplay.model.Cents;
import com.gammareplay.statistics.Drawdown;
import com.gammareplay.statistics.Drawdowns;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The largest falls of a run as users read them. */
record DrawdownsJson(Fall realised, Fall markToMarket) {

    /** One of them; without a fall it has neither peak nor times. */
    record Fall(
            BigDecimal amount,
            double percent,
            @Nullable BigDecimal peak,
            @Nullable Instant from,
            @Nullable Instant trough,
            @Nullable Instant recovered,
            int sessions,
            Map<String, String> reasons) {

        private static Fall of(Drawdown drawdown) {
            var isFall = drawdown.amount() > 0;
            var recovered = drawdown.recovered();
            return new Fall(
                    Cents.toDecimal(drawdown.amount()),
                    drawdown.percent(),
                    isFall ? Cents.toDecimal(drawdown.peak()) : null,
                    isFall ? Instant.ofEpochSecond(drawdown.from()) : null,
                    isFall ? Instant.ofEpochSecond(drawdown.trough()) : null,
                    recovered == null ? null : Instant.ofEpochSecond(recovered),
                    drawdown.sessions(),
                    reasons(isFall, recovered));
        }

        private static Map<String, String> reasons(boolean isFall, @Nullable Long recovered) {
            var reasons = new LinkedHashMap<String, String>();
            if (!isFall) {
                List.of("peak", "from", "trough", "recovered").forEach(name -> reasons.put(name, "no drawdown"));
            } else if (recovered == null) {
                reasons.put("recovered", "not recovered by the end");
            }
            return reasons;
        }
    }

    static DrawdownsJson of(Drawdowns drawdowns) {
        return new DrawdownsJson(Fall.of(drawdowns.realised()), Fall.of(drawdowns.markToMarket()));
    }
}
