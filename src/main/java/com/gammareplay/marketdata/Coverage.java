package com.gammareplay.marketdata;

import com.gammareplay.model.Index;

/**
 * How well a session of an index was recorded, counted in rows unless said otherwise.
 *
 * @param rows of any table, usable or not
 * @param legPrices leg prices read, left-out ones not among them
 * @param quoteTimes instants with leg prices
 * @param peakSnapshots instants with peaks
 * @param contextRows rows of market context and option snapshots
 * @param badTimestamps rows of any table whose timestamp cannot be parsed
 * @param badContracts leg prices without a numeric strike or with an unknown option type
 * @param badPeaks peaks without a numeric strike
 * @param badChains chains that are no JSON array
 * @param badChainEntries chain entries without a numeric strike
 * @param otherExpirations option snapshots of another day's expiration, which are not used
 * @param badPrices index prices and VIX values that are no finite numbers
 * @param nullQuotes leg prices without an ask
 * @param badQuotes leg prices whose bid or ask is no finite number, or is negative
 * @param crossedQuotes leg prices whose ask is below the bid
 * @param duplicateQuotes leg prices replaced by a later row of the same second
 * @param outsideHours leg prices before the open or after the close
 */
public record Coverage(
        Index index,
        long rows,
        long legPrices,
        int quoteTimes,
        int peakSnapshots,
        int contextRows,
        long badTimestamps,
        long badContracts,
        long badPeaks,
        long badChains,
        long badChainEntries,
        long otherExpirations,
        long badPrices,
        long nullQuotes,
        long badQuotes,
        long crossedQuotes,
        long duplicateQuotes,
        long outsideHours) {

    /** True if anything at all was recorded. */
    public boolean hasData() {
        return rows > 0;
    }
}
