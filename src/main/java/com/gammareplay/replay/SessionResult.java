package com.gammareplay.replay;

import com.gammareplay.marketdata.Coverage;
import com.gammareplay.marketdata.QuoteGap;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a session of the requested range.
 *
 * @param pnl of the trades closed in it, in cents of dollars
 * @param ticks of the session
 * @param coverage one entry an index; empty if nothing was read
 * @param note why it was left out, where the status alone does not say
 * @param facts what is to be known of its checks and trades
 */
public record SessionResult(
        LocalDate date,
        Status status,
        int trades,
        long pnl,
        int ticks,
        List<IndexCoverage> coverage,
        @Nullable String note,
        SessionFacts facts) {

    /** Whether a session was traded, or why not. */
    public enum Status {
        TRADED,
        /** Nothing at all was recorded. */
        NO_DATA,
        /** It closes early, and such sessions are not traded unless asked for. */
        EARLY_CLOSE,
        /** The request leaves it out, by date or by its coverage. */
        EXCLUDED
    }

    /**
     * How well an index was recorded.
     *
     * @param ticksWithQuotes ticks at which something was quoted within the age limit
     * @param gaps stretches longer than that without quotes
     */
    public record IndexCoverage(Coverage rows, int ticksWithQuotes, List<QuoteGap> gaps) {}

    /** The least share of ticks with quotes among the indices, 0 to 1. */
    static double leastCoverage(List<IndexCoverage> coverage, int ticks) {
        var least = coverage.isEmpty() ? 0 : 1.0;
        for (var index : coverage) {
            least = Math.min(least, (double) index.ticksWithQuotes() / ticks);
        }
        return least;
    }
}
