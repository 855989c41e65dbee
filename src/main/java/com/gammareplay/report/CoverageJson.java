package com.gammareplay.report;

import com.gammareplay.marketdata.QuoteGap;
import com.gammareplay.replay.SessionResult;

/** How well an index was recorded; the counts are rows unless the name says otherwise. */
public record CoverageJson(
        String index,
        int ticks,
        int ticksWithQuotes,
        int staleTicks,
        int gaps,
        long longestGap,
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

    /**
     * The coverage of an index.
     *
     * @param ticks of the session
     */
    public static CoverageJson of(SessionResult.IndexCoverage coverage, int ticks) {
        var rows = coverage.rows();
        return new CoverageJson(
                rows.index().name(),
                ticks,
                coverage.ticksWithQuotes(),
                ticks - coverage.ticksWithQuotes(),
                coverage.gaps().size(),
                coverage.gaps().stream().mapToLong(QuoteGap::seconds).max().orElse(0),
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
