package com.gammareplay.replay;

import com.gammareplay.bot.MarketView;
import com.gammareplay.bot.SkipReason;
import com.gammareplay.bot.StrategyParameters;
import com.gammareplay.bot.Unseen;
import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.trading.Decision;
import com.gammareplay.trading.Trade;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is to be known of a traded session besides its trades.
 *
 * @param checks those within the entry window
 * @param withoutSnapshot one entry for each of them that had no peak snapshot in time
 * @param withoutStrike checks that wanted a strike that had not been recorded in the session, though others had
 * @param momentum checks at which the momentum was judged
 * @param momentumUnknown those of them that lacked a move
 * @param momentumOnSameQuotes those of them at which two of the three instants saw the same quotes
 * @param withoutCosts trades whose commission and slippage are not set to more than 0 together
 * @param insideSpread trades that were filled at better prices than were quoted
 * @param heldOneTick trades that were closed at the tick after their entry
 * @param heldBlind numbers of the trades that for ten minutes or more could be neither marked nor closed
 */
record SessionFacts(
        int checks,
        List<Gap> withoutSnapshot,
        int withoutStrike,
        int momentum,
        int momentumUnknown,
        int momentumOnSameQuotes,
        int withoutCosts,
        int insideSpread,
        int heldOneTick,
        List<Integer> heldBlind) {

    /** Of a session that was not traded. */
    static final SessionFacts NONE = new SessionFacts(0, List.of(), 0, 0, 0, 0, 0, 0, 0, List.of());

    /** How far back the rules of momentum look, in seconds (bot rules, section 6). */
    private static final int TWO_MINUTES = 120;

    private static final int FIVE_MINUTES = 300;
    /** In seconds: a stop that is seen so much later is another stop. */
    private static final int BLIND = 600;

    /** Seconds from a check to the snapshots around it, {@link #NOWHERE} without one. */
    record Gap(long before, long after) {
        static final long NOWHERE = -1;
    }

    static SessionFacts of(
            RecordedSession market, StrategyParameters parameters, List<Decision> decisions, List<Trade> trades) {
        var checks = 0;
        var gaps = new ArrayList<Gap>();
        var momentum = 0;
        var onSameQuotes = 0;
        for (var decision : decisions) {
            if (decision.reason() != SkipReason.OUTSIDE_ENTRY_WINDOW) {
                checks++;
            }
            if (decision.reason() == SkipReason.NO_GEX_SNAPSHOT) {
                gaps.add(gap(market, parameters, decision));
            } else if (parameters.setup().momentumFilter() && isJudgedByMomentum(decision)) {
                momentum++;
                onSameQuotes += isOnSameQuotes(market, parameters, decision) ? 1 : 0;
            }
        }
        return new SessionFacts(
                checks,
                List.copyOf(gaps),
                count(decisions, decision -> isWithoutStrike(market, decision)),
                momentum,
                count(decisions, decision -> decision.unseen() == Unseen.MOVE),
                onSameQuotes,
                hasCosts(parameters.fills()) ? 0 : trades.size(),
                isInsideSpread(parameters.fills()) ? trades.size() : 0,
                heldOneTick(trades, parameters.schedule().step()),
                heldBlind(trades, parameters.schedule().step()));
    }

    private static int count(List<Decision> decisions, Predicate<Decision> condition) {
        var count = 0;
        for (var decision : decisions) {
            count += condition.test(decision) ? 1 : 0;
        }
        return count;
    }

    private static boolean isWithoutStrike(RecordedSession market, Decision decision) {
        return decision.unseen() == Unseen.STRIKE
                && market.quotedAt(decision.check().index(), Long.MAX_VALUE) != MarketView.NONE;
    }

    private static Gap gap(RecordedSession market, StrategyParameters parameters, Decision decision) {
        var source = parameters.data().gexSource();
        var index = decision.check().index();
        var check = decision.check().instant();
        var before = market.peaksBefore(index, source, check);
        var after = market.peaksAfter(index, source, check);
        return new Gap(
                before == MarketView.NONE ? Gap.NOWHERE : check - before,
                after == MarketView.NONE ? Gap.NOWHERE : after - check);
    }

    private static boolean isJudgedByMomentum(Decision decision) {
        var reason = decision.reason();
        return reason == null || reason.compareTo(SkipReason.MOMENTUM) >= 0;
    }

    private static boolean isOnSameQuotes(RecordedSession market, StrategyParameters parameters, Decision decision) {
        var index = decision.check().index();
        var now = decision.instant();
        var newest = market.quotedAt(index, now);
        var twoMinutes = market.quotedAt(index, now - TWO_MINUTES);
        var fiveMinutes = market.quotedAt(index, now - FIVE_MINUTES);
        var oldest = now - parameters.data().maxQuoteAge();
        return (newest == twoMinutes && newest >= oldest)
                || (twoMinutes == fiveMinutes && twoMinutes >= oldest - TWO_MINUTES);
    }

    /** Per leg and contract a cent of slippage is a dollar; a commission may be a rebate. */
    private static boolean hasCosts(StrategyParameters.Fills fills) {
        return fills.commissionPerContract() + fills.slippage() > 0;
    }

    private static boolean isInsideSpread(StrategyParameters.Fills fills) {
        return switch (fills.model()) {
            case NATURAL -> false;
            case MID -> true;
            case FRACTION -> fills.fraction() < 1;
        };
    }

    private static int heldOneTick(List<Trade> trades, int step) {
        var held = 0;
        for (var trade : trades) {
            if (trade.exit().instant() - trade.entry().instant() <= step) {
                held++;
            }
        }
        return held;
    }

    private static List<Integer> heldBlind(List<Trade> trades, int step) {
        var blind = new ArrayList<Integer>();
        for (var trade : trades) {
            if ((long) trade.path().staleTicks() * step >= BLIND) {
                blind.add(trade.number());
            }
        }
        return List.copyOf(blind);
    }
}
