package com.gammareplay.replay.coverage;

import com.gammareplay.bot.StrategyParameters;
import com.gammareplay.calendar.TickSchedule;
import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.model.Session;
import com.gammareplay.replay.SessionRules;
import java.time.LocalDate;
import java.util.List;

/**
 * How well a session was recorded.
 *
 * @param ticks of the session
 * @param indices one entry an index
 */
public record SessionCoverage(LocalDate date, int ticks, List<IndexSession> indices) {

    static SessionCoverage of(RecordedSession market, Session session, StrategyParameters parameters) {
        var ticks = new TickSchedule(session, parameters.schedule().step());
        var indices = new SessionRules(parameters, 0)
                .coverage(market, ticks).stream()
                        .map(counts -> IndexSession.of(market, session, ticks, parameters, counts))
                        .toList();
        return new SessionCoverage(session.date(), ticks.size(), indices);
    }

    /** Whether anything at all was recorded. */
    public boolean hasData() {
        return indices.stream().anyMatch(index -> index.counts().rows().hasData());
    }

    /** Whether some share of the ticks, in percent, sees a quote that is not older than a limit, of each index. */
    boolean isCovered(int percent, int maxQuoteAge) {
        return indices.stream()
                .allMatch(index -> 100L * index.quotes().ticksWithin(maxQuoteAge) >= (long) percent * ticks);
    }
}
