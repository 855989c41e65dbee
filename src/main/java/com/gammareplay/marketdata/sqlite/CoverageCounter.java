package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.Coverage;
import com.gammareplay.marketdata.columns.QuoteColumns;
import com.gammareplay.model.Index;

/** Counts what is found while a session of an index is read. */
final class CoverageCounter {

    private final Index index;
    private long rows;
    private long badTimestamps;
    private long badContracts;
    private long badPeaks;
    private long badChains;
    private long badChainEntries;
    private long otherExpirations;
    private long badPrices;
    private long nullQuotes;
    private long badQuotes;
    private long crossedQuotes;
    private long outsideHours;

    CoverageCounter(Index index) {
        this.index = index;
    }

    void row() {
        rows++;
    }

    void badTimestamp() {
        badTimestamps++;
    }

    void badContract() {
        badContracts++;
    }

    void badPeak() {
        badPeaks++;
    }

    void badChain() {
        badChains++;
    }

    void badChainEntries(long count) {
        badChainEntries += count;
    }

    void otherExpiration() {
        otherExpirations++;
    }

    void badPrice() {
        badPrices++;
    }

    void nullQuote() {
        nullQuotes++;
    }

    void badQuote() {
        badQuotes++;
    }

    void crossedQuote() {
        crossedQuotes++;
    }

    void outsideHours() {
        outsideHours++;
    }

    Coverage coverage(QuoteColumns quotes, long legPrices, long duplicates, int peakSnapshots, int contextRows) {
        return new Coverage(
                index,
                rows,
                legPrices,
                quotes.moments(),
                peakSnapshots,
                contextRows,
                badTimestamps,
                badContracts,
                badPeaks,
                badChains,
                badChainEntries,
                otherExpirations,
                badPrices,
                nullQuotes,
                badQuotes,
                crossedQuotes,
                duplicates,
                outsideHours);
    }
}
