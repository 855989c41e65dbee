package com.gammareplay.replay;

import com.gammareplay.bot.StrategyParameters;
import com.gammareplay.calendar.TickSchedule;
import com.gammareplay.marketdata.Coverage;
import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.model.Session;
import com.gammareplay.replay.SessionResult.IndexCoverage;
import com.gammareplay.replay.SessionResult.Status;
import java.util.List;

/**
 * Which sessions of a range are traded (replay rules, section 2).
 *
 * @param requireCoverage least share (0 to 1) of a session's ticks with quotes for it to be traded
 */
public record SessionRules(StrategyParameters parameters, double requireCoverage) {

    /** What a session's date alone says: TRADED if nothing stands against it. */
    public Status byDate(Session session) {
        if (parameters.schedule().excludedDates().contains(session.date())) {
            return Status.EXCLUDED;
        }
        return session.early() && !parameters.schedule().tradeEarlyClose() ? Status.EARLY_CLOSE : Status.TRADED;
    }

    /** Whether nothing in a session's date stands against trading it. */
    public boolean mayTrade(Session session) {
        return byDate(session) == Status.TRADED;
    }

    /** What the data says of a session that may be traded by its date. */
    Status byData(List<IndexCoverage> coverage, TickSchedule ticks) {
        if (!hasData(coverage)) {
            return Status.NO_DATA;
        }
        var isCovered = requireCoverage == 0 || SessionResult.leastCoverage(coverage, ticks.size()) >= requireCoverage;
        return isCovered ? Status.TRADED : Status.EXCLUDED;
    }

    private static boolean hasData(List<IndexCoverage> coverage) {
        for (var index : coverage) {
            if (index.rows().hasData()) {
                return true;
            }
        }
        return false;
    }

    /** How well each index was recorded. */
    public List<IndexCoverage> coverage(RecordedSession market, TickSchedule ticks) {
        var maxAge = parameters.data().maxQuoteAge();
        return market.coverage().stream()
                .map(rows -> coverage(rows, market, ticks, maxAge))
                .toList();
    }

    private static IndexCoverage coverage(Coverage rows, RecordedSession market, TickSchedule ticks, int maxAge) {
        return new IndexCoverage(
                rows, market.ticksWithQuotes(rows.index(), ticks, maxAge), market.gaps(rows.index(), ticks, maxAge));
    }
}
