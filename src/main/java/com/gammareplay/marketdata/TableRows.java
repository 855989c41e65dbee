package com.gammareplay.marketdata;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of the rows of a table: each counts once, as the first of these that fits it from below.
 *
 * @param rows all of them, as a scan of the table finds them; everything else is found by the index on the timestamp
 * @param inSessions rows that sessions from the first to the last read, or count among their coverage
 * @param onClosedDays rows of days between them on which the exchange is closed
 * @param stray rows of dates before the first session or after the last
 * @param undated rows whose timestamp names no date
 * @param undatedExample one such timestamp, null if there is none
 * @param otherSymbols rows of neither SPX nor NDX
 */
public record TableRows(
        String table,
        long rows,
        long inSessions,
        long onClosedDays,
        long stray,
        long undated,
        @Nullable String undatedExample,
        long otherSymbols) {

    /** Rows that the index does not lead to, less those that it leads to in vain: not 0 only if it is damaged. */
    public long notFound() {
        return rows - inSessions - onClosedDays - stray - undated - otherSymbols;
    }
}
