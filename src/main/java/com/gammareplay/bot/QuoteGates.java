package com.gammareplay.bot;

import com.gammareplay.model.Cents;
import com.gammareplay.model.Index;
import com.gammareplay.model.Leg;
import com.gammareplay.model.Right;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Whether the quotes of a plan's legs are there, tight and rich enough (bot rules, section 5, rules 7 to 10). */
final class QuoteGates {

    private final StrategyParameters parameters;
    private final EntryCheck check;
    private final MarketView view;
    private final Index index;
    private final Evidence evidence;

    private List<LegQuote> quotes = List.of();
    private Unseen unseen = Unseen.NOTHING;

    QuoteGates(StrategyParameters parameters, EntryCheck check, MarketView view, Evidence evidence) {
        this.parameters = parameters;
        this.check = check;
        this.view = view;
        this.index = view.index();
        this.evidence = evidence;
    }

    /** The first of the rules that refuses a plan. */
    Optional<SkipReason> refusal(TradePlan plan) {
        var refusal = legQuotes(plan);
        if (refusal.isEmpty()) {
            refusal = quoteWidth();
        }
        return refusal.isEmpty() ? credit(plan) : refusal;
    }

    /** The quotes of the legs, in their order; empty if one is missing. */
    List<LegQuote> quotes() {
        return quotes;
    }

    /** Whether the leg that lacks a quote has had none at all. */
    Unseen unseen() {
        return unseen;
    }

    private Optional<SkipReason> legQuotes(TradePlan plan) {
        var maxAge = parameters.data().maxQuoteAge();
        var found = new ArrayList<LegQuote>();
        for (var leg : plan.legs()) {
            var series = view.series(leg.right(), leg.strikeCents());
            if (!view.isUsable(series, maxAge) || (leg.isShort() && view.bid(series) == 0)) {
                missingQuote(leg, series, maxAge);
                return Optional.of(SkipReason.NO_QUOTE);
            }
            found.add(new LegQuote(leg, series, view.bid(series), view.ask(series), view.quotedAt(series)));
        }
        quotes = Collections.unmodifiableList(found);
        return Optional.empty();
    }

    /** A quote that is too old is shown, one that could never be used is not there. */
    private void missingQuote(Leg leg, int series, int maxAge) {
        var quotedAt = view.quotedAt(series);
        unseen = quotedAt == MarketView.NONE ? Unseen.STRIKE : Unseen.NOTHING;
        var isQuote = view.isUsable(series, Integer.MAX_VALUE);
        evidence.add("leg", leg.side() + " " + leg.right() + " " + leg.strike());
        evidence.add("quoteAge", quotedAt == MarketView.NONE ? null : view.now() - quotedAt);
        evidence.add("maxQuoteAge", maxAge);
        evidence.add("bid", isQuote ? Cents.toDecimal((long) view.bid(series)) : null);
        evidence.add("ask", isQuote ? Cents.toDecimal((long) view.ask(series)) : null);
    }

    private Optional<SkipReason> quoteWidth() {
        for (var i = 0; i < quotes.size(); i += 2) {
            var shortLeg = quotes.get(i);
            var longLeg = quotes.get(i + 1);
            var width = shortLeg.width() + longLeg.width();
            var credit = shortLeg.mid() + longLeg.mid();
            var name = shortLeg.leg().right() == Right.CALL ? "call" : "put";
            evidence.addMoney(name + "QuoteWidth", width).addMid(name + "Credit", credit);
            evidence.add(name + "WidthTolerance", CreditRules.tolerance(index, credit));
            if (!CreditRules.isTight(index, width, credit)) {
                return Optional.of(SkipReason.QUOTE_TOO_WIDE);
            }
        }
        return Optional.empty();
    }

    private Optional<SkipReason> credit(TradePlan plan) {
        if (plan.fallback()) {
            var natural = 0L;
            for (var quote : quotes) {
                natural += quote.natural();
            }
            var minimum = parameters.setup().otmMinCredit();
            evidence.addMoney("naturalCredit", natural).addMoney("otmMinCredit", minimum);
            return SkipReason.CREDIT_BELOW_MIN.unless(natural >= minimum);
        }
        var credit = 0.0;
        for (var quote : quotes) {
            credit += quote.mid();
        }
        var hourly = CreditRules.hourlyMinimum(index, check.time());
        evidence.addMid("credit", credit).addMoney("hourlyMinCredit", hourly);
        if (!(credit >= hourly)) {
            return Optional.of(SkipReason.CREDIT_BELOW_HOURLY_MIN);
        }
        var minimum = parameters.setup().minCredit();
        evidence.addMoney("minCredit", minimum);
        return SkipReason.CREDIT_BELOW_MIN.unless(credit >= minimum);
    }
}
