package com.gammareplay.marketdata.columns;

import com.gammareplay.marketdata.Coverage;
import com.gammareplay.model.Index;

/** A coverage as a column of numbers, in the order of its components. */
final class CoverageNumbers {

    private CoverageNumbers() {}

    static long[] of(Coverage coverage) {
        return new long[] {
            coverage.rows(),
            coverage.legPrices(),
            coverage.quoteTimes(),
            coverage.peakSnapshots(),
            coverage.contextRows(),
            coverage.badTimestamps(),
            coverage.badContracts(),
            coverage.badPeaks(),
            coverage.badChains(),
            coverage.badChainEntries(),
            coverage.otherExpirations(),
            coverage.badPrices(),
            coverage.nullQuotes(),
            coverage.badQuotes(),
            coverage.crossedQuotes(),
            coverage.duplicateQuotes(),
            coverage.outsideHours()
        };
    }

    static Coverage coverage(Index index, long[] numbers) {
        return new Coverage(
                index,
                numbers[0],
                numbers[1],
                (int) numbers[2],
                (int) numbers[3],
                (int) numbers[4],
                numbers[5],
                numbers[6],
                numbers[7],
                numbers[8],
                numbers[9],
                numbers[10],
                numbers[11],
                numbers[12],
                numbers[13],
                numbers[14],
                numbers[15],
                numbers[16]);
    }
}
