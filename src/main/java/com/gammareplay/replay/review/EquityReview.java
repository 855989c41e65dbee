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
    private final AccountTicks heard;
    private long balance;

    /**
     * A review that tells of each tick.
     *
     * @param startingBalance cents of dollars
     */
    public EquityReview(TradingRules rules, long startingBalance, AccountTicks heard) {
        this.rules = rules;
        this.balance = startingBalance;
        this.heard = heard;
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
            open.removeIf(life -> isClosed(life.trade(), now));
            while (!entries.isEmpty() && entries.getFirst().entry().instant() == now) {
                var trade = entries.removeFirst();
                open.add(new TradeLife(trade, session, ticks, rules, market.view(trade.index())));
            }
            var atMid = 0.0;
            for (var life : open) {
                atMid += life.value();
            }
            heard.tick(now, balance, balance + atMid, open.size());
        }
    }

    private boolean isClosed(Trade trade, long now) {
        if (trade.exit().instant() > now) {
            return false;
        }
        balance += trade.pnl();
        return true;
    }
}
