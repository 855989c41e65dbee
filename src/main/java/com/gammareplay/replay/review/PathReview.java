package com.gammareplay.replay.review;

import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.model.Session;
import com.gammareplay.trading.Trade;
import com.gammareplay.trading.TradingRules;
import java.util.ArrayList;
import java.util.List;

/** Finds the path of one trade, by each of some rules. */
public final class PathReview implements Review {

    private final int number;
    private final List<TradingRules> rules;
    private final List<TradePath> paths = new ArrayList<>();

    /** A review of the trade of a number. */
    public PathReview(int number, List<TradingRules> rules) {
        this.number = number;
        this.rules = List.copyOf(rules);
    }

    @Override
    public void traded(Session session, RecordedSession market, List<Trade> trades) {
        for (var trade : trades) {
            if (trade.number() == number) {
                rules.forEach(some -> paths.add(TradePath.of(trade, session, market, some)));
            }
        }
    }

    /** One for each of the rules, in their order; none if there is no such trade. */
    public List<TradePath> paths() {
        return List.copyOf(paths);
    }
}
