package com.gammareplay.trading;

import com.gammareplay.bot.ExitCondition;
import com.gammareplay.bot.ExitReason;
import com.gammareplay.bot.ExitRules;
import com.gammareplay.bot.ExitState;
import com.gammareplay.bot.LegQuote;
import com.gammareplay.bot.Mark;
import com.gammareplay.bot.MarketView;
import com.gammareplay.bot.StrategyParameters;
import com.gammareplay.bot.TradePlan;
import com.gammareplay.model.Cents;
import com.gammareplay.model.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** An open position: what was sold, and what has become of it so far. */
final class Position {

    private final int number;
    private final Session session;
    private final Trade.Entry entry;
    private final int contracts;
    private final List<LegQuote> quotes;
    private final MarketView view;
    private final int maxQuoteAge;
    private final int[] series;
    private final ExitState state;
    private final DoubleSupplier vix;
    private final Mark mark = new Mark();
    private double lastMid;
    private double lowest;
    private double highest;
    private long lastQuotes;
    private int staleTicks;

    Position(
            int number,
            Session session,
            Trade.Entry entry,
            int contracts,
            List<LegQuote> quotes,
            MarketView view,
            StrategyParameters.Data data) {
        this.number = number;
        this.session = session;
        this.entry = entry;
        this.contracts = contracts;
        this.quotes = quotes;
        this.view = view;
        this.maxQuoteAge = data.maxQuoteAge();
        this.series = new int[quotes.size()];
        for (var leg = 0; leg < series.length; leg++) {
            var quote = quotes.get(leg);
            series[leg] = quote.series();
            mark.add(TradePlan.isShort(leg), quote.bid(), quote.ask(), quote.quotedAt());
        }
        this.lastQuotes = entry.instant();
        this.lastMid = mark.mid();
        this.vix = () -> view.vix(data.contextMaxAge());
        this.state = new ExitState(
                entry.credit(),
                plan().confidence(),
                view.index().scale(),
                plan().shortDistance(Cents.toPoints(entry.indexPrice())),
                mark.mid(),
                mark.newestQuote());
    }

    TradePlan plan() {
        return entry.plan();
    }

    MarketView view() {
        return view;
    }

    /** Looks at the position at a tick before the close; without usable quotes for all legs nothing changes. */
    Optional<ExitCondition> look(ExitRules rules) {
        if (!refreshMark()) {
            staleTicks++;
            return Optional.empty();
        }
        var profit = entry.credit() - mark.mid();
        lastQuotes = view.now();
        lastMid = mark.mid();
        lowest = Math.min(lowest, profit);
        highest = Math.max(highest, profit);
        return rules.evaluate(state, mark, age(), left(), vix);
    }

    /** The position as it stands. */
    OpenPosition show(TradingRules rules) {
        var exits = rules.parameters().exits();
        var fees = Money.fees(rules.parameters().fills(), plan().legs().size(), contracts, 1);
        return new OpenPosition(
                number,
                view.index(),
                plan(),
                entry.instant(),
                entry.credit(),
                contracts,
                lastQuotes,
                lastMid,
                Money.ofShares(entry.credit() - lastMid, contracts) - fees,
                (entry.credit() - lastMid) / entry.credit(),
                state.bestP(),
                exits.target(plan().confidence(), age() / 3600.0),
                state.isTrailing() ? (Double) (state.bestP() - exits.trailingDistance()) : null,
                exits.stopLoss(),
                exits.emergencyStop(),
                state.isHold());
    }

    /** What closing costs at the tick, and the profit at mid; null without usable quotes for all legs. */
    PathPoint.@Nullable Quotes quoted() {
        if (!refreshMark()) {
            return null;
        }
        var p = (entry.credit() - mark.mid()) / entry.credit();
        return new PathPoint.Quotes(mark.mid(), mark.worst(), mark.best(), p);
    }

    private long age() {
        return view.now() - entry.instant();
    }

    private long left() {
        return session.close() - view.now();
    }

    private boolean refreshMark() {
        mark.clear();
        for (var leg = 0; leg < series.length; leg++) {
            if (!view.isUsable(series[leg], maxQuoteAge)) {
                return false;
            }
            mark.add(TradePlan.isShort(leg), view.bid(series[leg]), view.ask(series[leg]), view.quotedAt(series[leg]));
        }
        return true;
    }

    /** The trade that results from closing at the quotes last looked at. */
    Trade close(ExitCondition met, TradingRules rules) {
        var value = rules.fills().exitValue(mark, plan().legs().size());
        var evidence = rules.exit().explain(met, state, mark, age(), left(), vix.getAsDouble());
        if (!state.isHold()) {
            var vixAt = view.vixAt();
            evidence.add("vixAge", vixAt == MarketView.NONE ? null : view.now() - vixAt);
            evidence.add("contextMaxAge", rules.parameters().data().contextMaxAge());
        }
        evidence.add("maxQuoteAge", maxQuoteAge);
        var exit = new Trade.Exit(met.reason(), value, view.now(), null, evidence.values());
        return trade(exit, rules.parameters().fills(), 2);
    }

    /** The trade that results from cash settlement at the close. */
    Trade settle(SettlementPrice price, TradingRules rules) {
        var value = Settlement.value(plan(), price);
        var evidence = rules.exit().explainSettlement(state, refreshMark() ? mark : null, age());
        evidence.addInstant("lastQuotes", lastQuotes).add("maxQuoteAge", maxQuoteAge);
        evidence.addMoney("settlementPrice", price.cents());
        evidence.add("settlementSource", price.source().name()).add("settlementAge", price.age());
        evidence.add("settlementQuoteAge", price.quoteAge()).add("maxImpliedAge", Settlement.MAX_IMPLIED_AGE);
        var exit = new Trade.Exit(ExitReason.SETTLEMENT, value, view.now(), price, evidence.values());
        return trade(exit, rules.parameters().fills(), 1);
    }

    private Trade trade(Trade.Exit exit, StrategyParameters.Fills costs, int timesCharged) {
        var legs = plan().legs().size();
        return new Trade(
                number,
                session.date(),
                entry,
                exit,
                contracts,
                Money.fees(costs, legs, contracts, timesCharged),
                Money.fees(costs, legs, contracts, 1),
                new Trade.Path(state.bestP(), state.isTrailing(), state.isHold(), lowest, highest, staleTicks),
                tradedLegs());
    }

    private List<TradedLeg> tradedLegs() {
        var legs = new ArrayList<TradedLeg>();
        for (var quote : quotes) {
            var atEntry = new TradedLeg.Quote(quote.bid(), quote.ask(), entry.instant() - quote.quotedAt());
            legs.add(new TradedLeg(quote.leg(), atEntry, currentQuote(quote.series())));
        }
        return List.copyOf(legs);
    }

    private TradedLeg.@Nullable Quote currentQuote(int series) {
        return view.isUsable(series, maxQuoteAge)
                ? new TradedLeg.Quote(view.bid(series), view.ask(series), view.now() - view.quotedAt(series))
                : null;
    }
}
