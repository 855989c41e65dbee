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

    /** How well an index was recorded; the counts are rows unless the name says otherwise. */
    record CoverageJson(
            String index,
            int ticks,
            int ticksWithQuotes,
            int quoteTimes,
            int peakSnapshots,
            int contextRows,
            long legPrices,
            long nullQuotes,
            long badQuotes,
            long crossedQuotes,
            long duplicateQuotes,
            long outsideHours,
            long badTimestamps,
            long badContracts,
            long badPeaks,
            long badPrices,
            long badChains,
            long badChainEntries,
            long otherExpirations) {

        static CoverageJson of(SessionResult session, SessionResult.IndexCoverage coverage) {
            var rows = coverage.rows();
            return new CoverageJson(
                    rows.index().name(),
                    session.ticks(),
                    coverage.ticksWithQuotes(),
                    rows.quoteTimes(),
                    rows.peakSnapshots(),
                    rows.contextRows(),
                    rows.legPrices(),
                    rows.nullQuotes(),
                    rows.badQuotes(),
                    rows.crossedQuotes(),
                    rows.duplicateQuotes(),
                    rows.outsideHours(),
                    rows.badTimestamps(),
                    rows.badContracts(),
                    rows.badPeaks(),
                    rows.badPrices(),
                    rows.badChains(),
                    rows.badChainEntries(),
                    rows.otherExpirations());
        }
    }

    static SessionJson of(SessionResult session) {
        return new SessionJson(
                session.date(),
                session.status().name(),
                session.trades(),
                Cents.toDecimal(session.pnl()),
                session.note(),
                session.coverage().stream()
                        .map(coverage -> CoverageJson.of(session, coverage))
                        .toList());
    }
}
