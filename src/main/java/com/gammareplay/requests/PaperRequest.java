package com.gammareplay.requests;

import com.gammareplay.bot.StrategyParameters;
import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.model.Session;
import com.gammareplay.parameters.TypedParameters;
import com.gammareplay.replay.ReplayRequest;
import com.gammareplay.replay.SessionResult;
import com.gammareplay.replay.SessionRules;
import java.util.List;

/**
 * What a paper session is asked for: all that its decisions follow from, beside the market.
 *
 * @param source of its market
 * @param replay the backtest of its recording: the same date, indices, parameters and balance
 * @param earlierPnl P&L per contract of earlier trades in dollars, in order of exit, which sizing by Kelly looks at
 */
public record PaperRequest(String source, ReplayRequest replay, List<Double> earlierPnl) {

    public PaperRequest {
        earlierPnl = List.copyOf(earlierPnl);
        if (!replay.from().equals(replay.to())) {
            throw new IllegalArgumentException(
                    "a paper session must be of one date, was " + replay.from() + " to " + replay.to());
        }
    }

    /** The name of its recording. */
    public String dataset() {
        return replay.dataset();
    }

    /** Its session. */
    public Session session() {
        return new ExchangeCalendar()
                .session(replay.from())
                .orElseThrow(() -> new IllegalArgumentException("the exchange is closed on " + replay.from()));
    }

    /** What the rules read. */
    public StrategyParameters parameters() {
        return TypedParameters.of(replay.parameters());
    }

    /** How a backtest of its recording would treat the session, as far as its date tells. */
    public SessionResult.Status byDate() {
        return new SessionRules(parameters(), 0).byDate(session());
    }

    /** All of it as one JSON object, which its recording keeps. */
    public String description() {
        return PaperRequestJson.recorded(this);
    }
}
