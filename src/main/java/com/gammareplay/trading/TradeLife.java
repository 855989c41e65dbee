package com.gammareplay.trading;

import com.gammareplay.bot.LegQuote;
import com.gammareplay.bot.MarketView;
import com.gammareplay.calendar.TickSchedule;
import com.gammareplay.model.Session;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A closed trade that is lived through again, alone, from its fill on. By other exit rules it may end otherwise. */
public final class TradeLife {

    private final Trade trade;
    private final Session session;
    private final TickSchedule ticks;
    private final TradingRules rules;
    private final MarketView view;
    private final Position position;
    private double lastMid;

    /**
     * A trade at its entry.
     *
     * @param rules for what comes after the entry
     * @param view of its index, at the instant of the entry
     */
    public TradeLife(Trade trade, Session session, TickSchedule ticks, TradingRules rules, MarketView view) {
        this.trade = trade;
        this.session = session;
        this.ticks = ticks;
        this.rules = rules;
        this.view = view;
        var quotes = trade.legs().stream()
                .map(leg -> quote(leg, trade.entry().instant()))
                .toList();
        this.position = new Position(
                trade.number(),
                session,
                trade.entry(),
                trade.contracts(),
                quotes,
                view,
                rules.parameters().data());
        this.lastMid = position().mid();
    }

    private LegQuote quote(TradedLeg traded, long entered) {
        var leg = traded.leg();
        var quote = traded.entry();
        var series = view.series(leg.right(), leg.strikeCents());
        return new LegQuote(leg, series, quote.bid(), quote.ask(), entered - quote.age());
    }

    /** One step, at a tick after the entry to which the view has been advanced; gives the trade if it ends there. */
    public Optional<Trade> step() {
        if (view.now() < session.close()) {
            return position.look(rules.exit()).map(met -> position.close(met, rules));
        }
        return Optional.of(SessionTrader.settled(position, session, ticks, rules));
    }

    /** The trade as it was closed. */
    public Trade trade() {
        return trade;
    }

    /**
     * What the trade is worth at a tick of its life to which the view has been advanced: P&L at the mids of the tick, or
     * else the last ones, after the fees of the entry; cents of dollars. No rule is asked.
     */
    public double value() {
        var quotes = position.quoted();
        if (quotes != null) {
            lastMid = quotes.mid();
        }
        return Money.ofShares(trade.entry().credit() - lastMid, trade.contracts()) - trade.entryFees();
    }

    /** The position after the last step. */
    public OpenPosition position() {
        return position.show(rules);
    }

    /** The trade at the tick of the last step. */
    public PathPoint point() {
        var implied = view.impliedIndex(view.now(), rules.parameters().data().maxQuoteAge());
        var index = implied.isPresent() ? (Long) implied.get().cents() : null;
        var open = position();
        return new PathPoint(view.now(), position.quoted(), index, levels(open), open.hold());
    }

    private PathPoint.Levels levels(OpenPosition open) {
        var isOld = view.now() - open.entryTime() >= rules.parameters().exits().stopLossAfter();
        return new PathPoint.Levels(
                open.hold() ? null : price(open, open.target()),
                price(open, open.trailingLevel()),
                isOld ? price(open, open.stopLoss()) : null,
                open.credit() * (1 - open.emergencyStop()));
    }

    /** The price at which the profit is a fraction of the credit. */
    private static @Nullable Double price(OpenPosition open, @Nullable Double profit) {
        return profit == null ? null : (Double) (open.credit() * (1 - profit));
    }
}
