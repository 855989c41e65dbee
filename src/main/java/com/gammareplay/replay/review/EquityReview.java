package com.gammareplay.replay.review;

import com.gammareplay.calendar.TickSchedule;
import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.model.Session;
import com.gammareplay.trading.Trade;
import com.gammareplay.trading.TradeLife;
import com.gammareplay.trading.TradingRules;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds what the account was worth at each tick. */
public final class EquityReview implements Review {

    private final TradingRules rules;
    private final EquityCurve curve;
    private long balance;

    /**
     * A review that fills a curve.
     *
     * @param startingBalance cents of dollars
     */
    public EquityReview(TradingRules rules, long startingBalance, EquityCurve curve) {
        this.rules = rules;
        this.balance = startingBalance;
        this.curve = curve;
    }

    @Override
    public void traded(Session session, RecordedSession recorded, List<Trade> trades) {
        var market = recorded.fork();
        var ticks = new TickSchedule(session, rules.parameters().schedule().step());
        var entries = new ArrayDeque<>(
                trades.stream().sorted(Comparator.comparingInt(Trade::number)).toList());
        var open = new ArrayList<TradeLife>();
        for (var number = 0; number < ticks.size(); number++) {
            var now = ticks.tick(number);
            market.advanceTo(now);
            open.removeIf(this::ends);
            while (!entries.isEmpty() && entries.getFirst().entry().instant() == now) {
                var trade = entries.removeFirst();
                open.add(new TradeLife(trade, session, ticks, rules, market.view(trade.index())));
            }
            var atMid = open.stream().mapToDouble(life -> life.position().pnl()).sum();
            curve.add(new EquityPoint(now, balance, balance + atMid));
        }
    }

    private boolean ends(TradeLife life) {
        var ended = life.step();
        ended.ifPresent(trade -> balance += trade.pnl());
        return ended.isPresent();
    }
}
