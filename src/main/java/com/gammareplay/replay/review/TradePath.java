package com.gammareplay.replay.review;

import com.gammareplay.calendar.TickSchedule;
import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.model.Session;
import com.gammareplay.trading.PathPoint;
import com.gammareplay.trading.Trade;
import com.gammareplay.trading.TradeLife;
import com.gammareplay.trading.TradingRules;
import java.util.ArrayList;
import java.util.List;

/**
 * A trade with its path from the tick of its entry to that of its exit.
 *
 * @param trade as it ended
 * @param points one a tick
 */
public record TradePath(Trade trade, List<PathPoint> points) {

    public TradePath {
        points = List.copyOf(points);
    }

    /** Lives through a trade again, alone, by rules that may be others than its own. */
    static TradePath of(Trade trade, Session session, RecordedSession recorded, TradingRules rules) {
        var market = recorded.fork();
        var ticks = new TickSchedule(session, rules.parameters().schedule().step());
        var now = trade.entry().instant();
        market.advanceTo(now);
        var life = new TradeLife(trade, session, ticks, rules, market.view(trade.index()));
        var points = new ArrayList<>(List.of(life.point()));
        while (true) {
            now = ticks.firstAtOrAfter(now + 1);
            market.advanceTo(now);
            var ended = life.step();
            points.add(life.point());
            if (ended.isPresent()) {
                return new TradePath(ended.get(), points);
            }
        }
    }
}
