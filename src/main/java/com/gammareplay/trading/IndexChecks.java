package com.gammareplay.trading;

import com.gammareplay.bot.EntryCheck;
import com.gammareplay.bot.EntryDecision;
import com.gammareplay.bot.EntryDecision.Enter;
import com.gammareplay.bot.EntryDecision.Skip;
import com.gammareplay.bot.MarketView;
import com.gammareplay.bot.SkipReason;
import com.gammareplay.calendar.NewYork;
import com.gammareplay.calendar.TickSchedule;
import com.gammareplay.model.Session;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entry checks of one index in one session: each falls once, at its tick, and is final. */
final class IndexChecks {

    private final Session session;
    private final TradingRules rules;
    private final StateManager state;
    private final MarketView view;
    private final List<CheckSchedule> pending = new ArrayList<>();
    private long nextDue = Long.MIN_VALUE;

    IndexChecks(Session session, TickSchedule ticks, TradingRules rules, StateManager state, MarketView view) {
        this.session = session;
        this.rules = rules;
        this.state = state;
        this.view = view;
        for (var time : rules.parameters().schedule().entryTimes()) {
            var instant = NewYork.epochSecond(session.date(), time);
            pending.add(schedule(new EntryCheck(view.index(), time, instant), ticks));
        }
    }

    private CheckSchedule schedule(EntryCheck check, TickSchedule ticks) {
        return rules.entry().isInsideWindow(check, session)
                ? CheckSchedule.waiting(check, rules.parameters().data().snapshotWindow(), ticks)
                : CheckSchedule.refused(check, ticks);
    }

    /** Decides the checks that fall at a tick, by check time. */
    void step(long now) {
        if (now < nextDue) {
            return;
        }
        nextDue = Long.MAX_VALUE;
        for (var place = pending.listIterator(); place.hasNext(); ) {
            var schedule = place.next();
            if (schedule.isDue(now) && falls(schedule, now)) {
                place.remove();
            } else {
                nextDue = Math.min(nextDue, schedule.due());
            }
        }
    }

    private boolean falls(CheckSchedule schedule, long now) {
        var check = schedule.check();
        if (!rules.entry().isInsideWindow(check, session)) {
            skip(check, rules.entry().outsideWindow(check, session), check.instant());
            return true;
        }
        var data = rules.parameters().data();
        var snapshot = view.newestPeaks(data.gexSource(), Math.min(now, schedule.deadline()));
        if (schedule.isOpen(now)
                && snapshot != MarketView.NONE
                && snapshot >= check.instant() - data.snapshotBefore()) {
            apply(check, rules.entry().decide(check, session, snapshot, view, state));
            return true;
        }
        if (schedule.isLast(now)) {
            skip(check, rules.entry().noSnapshot(check, snapshot), schedule.deadline());
            return true;
        }
        return false;
    }

    private void apply(EntryCheck check, EntryDecision decision) {
        switch (decision) {
            case Skip skip -> skip(check, skip, view.now());
            case Enter enter -> fill(check, enter);
        }
    }

    private void fill(EntryCheck check, Enter enter) {
        var credit = rules.fills().credit(enter.quotes(), enter.evidence());
        if (credit <= 0) {
            skip(check, new Skip(SkipReason.NO_FILL, enter.unseen(), enter.evidence()), view.now());
            return;
        }
        var number = state.nextTradeNumber();
        decide(check, view.now(), null, enter, number);
        state.open(new Position(
                number,
                session,
                entry(check, enter, credit),
                enter.contracts(),
                enter.quotes(),
                view,
                rules.parameters().data()));
    }

    private Trade.Entry entry(EntryCheck check, Enter enter, long credit) {
        var indexPrice = enter.snapshot().indexPrice();
        if (indexPrice == null) {
            throw new IllegalStateException("the bot must not enter without an index price");
        }
        return new Trade.Entry(check, enter.plan(), enter.pin(), indexPrice, enter.vix(), view.now(), credit);
    }

    private void skip(EntryCheck check, Skip skip, long instant) {
        decide(check, instant, skip.reason(), skip, null);
    }

    private void decide(
            EntryCheck check,
            long instant,
            @Nullable SkipReason reason,
            EntryDecision decision,
            @Nullable Integer tradeNumber) {
        state.decide(new Decision(
                session.date(), check, instant, reason, decision.evidence().values(), decision.unseen(), tradeNumber));
    }
}
