package com.gammareplay.replay.coverage;

import com.gammareplay.bot.StrategyParameters;
import com.gammareplay.calendar.TickSchedule;
import com.gammareplay.marketdata.QuoteGap;
import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.model.Session;
import com.gammareplay.replay.SessionResult.IndexCoverage;
import java.util.Comparator;
import java.util.List;

/**
 * How well an index was recorded in a session.
 *
 * @param quotes how far its quotes lie apart
 * @param checks one entry a check time before the close
 */
public record IndexSession(IndexCoverage counts, QuoteDistances quotes, List<CheckCoverage> checks) {

    static IndexSession of(
            RecordedSession market,
            Session session,
            TickSchedule ticks,
            StrategyParameters parameters,
            IndexCoverage counts) {
        var index = counts.rows().index();
        return new IndexSession(
                counts,
                QuoteDistances.of(market, index, ticks),
                CheckCoverage.of(market, index, session, ticks, parameters));
    }

    /** Checks that found no peak snapshot in time. */
    public int missingChecks() {
        return (int) checks.stream().filter(check -> !check.isFound()).count();
    }

    /** The longest stretches without quotes, the longest first. */
    public List<QuoteGap> longestGaps(int most) {
        return counts.gaps().stream()
                .sorted(Comparator.comparingLong(QuoteGap::seconds).reversed())
                .limit(most)
                .toList();
    }
}
