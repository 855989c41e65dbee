package com.gammareplay.report;

import com.gammareplay.model.Cents;
import com.gammareplay.replay.SessionResult;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A session of the range as users read it. */
record SessionJson(
        LocalDate session,
        String status,
        int trades,
        BigDecimal pnl,
        @Nullable String note,
        List<CoverageJson> coverage) {

    static SessionJson of(SessionResult session) {
        return new SessionJson(
                session.date(),
                session.status().name(),
                session.trades(),
                Cents.toDecimal(session.pnl()),
                session.note(),
                session.coverage().stream()
                        .map(coverage -> CoverageJson.of(coverage, session.ticks()))
                        .toList());
    }
}
