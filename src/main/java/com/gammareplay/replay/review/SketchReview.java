package com.gammareplay.replay.review;

import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.model.Session;
import com.gammareplay.trading.PathPoint;
import com.gammareplay.trading.Trade;
import com.gammareplay.trading.TradingRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds what charts are drawn from: the account over time, and the path of every trade. */
public final class SketchReview implements Review {

    private static final int ACCOUNT_POINTS = 1000;
    private static final int PATH_POINTS = 60;

    private final TradingRules rules;
    private final EquityCurve account = new EquityCurve(ACCOUNT_POINTS);
    private final Review equity;
    private final Map<Integer, List<PathPoint>> paths = new HashMap<>();

    /**
     * A review of a backtest by its own rules.
     *
     * @param startingBalance cents of dollars
     */
    public SketchReview(TradingRules rules, long startingBalance) {
        this.rules = rules;
        this.equity = new EquityReview(rules, startingBalance, account);
    }

    @Override
    public void traded(Session session, RecordedSession market, List<Trade> trades) {
        equity.traded(session, market, trades);
        for (var trade : trades) {
            var path = TradePath.of(trade, session, market, rules);
            paths.put(trade.number(), thinned(path.points()));
        }
    }

    /** Those with the lowest and the highest mids of stretches, as of an account. */
    private static List<PathPoint> thinned(List<PathPoint> points) {
        var curve = new EquityCurve(PATH_POINTS);
        for (var point : points) {
            var quotes = point.quotes();
            if (quotes != null) {
                curve.add(new EquityPoint(point.instant(), 0, quotes.mid()));
            }
        }
        var kept = curve.points().stream().map(EquityPoint::instant).collect(Collectors.toSet());
        return points.stream().filter(point -> kept.contains(point.instant())).toList();
    }

    /** What was found so far. */
    public Sketches sketches() {
        return new Sketches(account.points(), Map.copyOf(paths), null);
    }
}
