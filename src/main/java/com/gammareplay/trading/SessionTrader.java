package com.gammareplay.trading;

import com.gammareplay.bot.MarketView;
import com.gammareplay.calendar.TickSchedule;
import com.gammareplay.model.Session;
import java.util.List;

/**
 * Trades one session, tick by tick: the same step in replay and live.
 *
 * <p>At each tick, in this order: the exits of all open positions in order of entry; then the entry checks, SPX before
 * NDX, then by check time. At the close every position still open is settled.
 */
public final class SessionTrader {

    private final Session session;
    private final TickSchedule ticks;
    private final TradingRules rules;
    private final StateManager state;
    private final List<IndexChecks> checks;

    /**
     * A session about to be traded.
     *
     * @param views of the traded indices, in order of declaration, all ending at the same instant
     */
    public SessionTrader(
            Session session, TickSchedule ticks, TradingRules rules, StateManager state, List<MarketView> views) {
        this.session = session;
        this.ticks = ticks;
        this.rules = rules;
        this.state = state;
        this.checks = views.stream()
                .map(view -> new IndexChecks(session, ticks, rules, state, view))
                .toList();
        state.startSession();
    }

    /** One step, at the tick to which the views have been advanced. */
    public void step(long now) {
        if (now < session.close()) {
            exits();
        } else {
            settle();
        }
        for (var i = 0; i < checks.size(); i++) {
            checks.get(i).step(now);
        }
    }

    private void exits() {
        var open = state.open();
        var place = 0;
        while (place < open.size()) {
            var position = open.get(place);
            var met = position.look(rules.exit());
            if (met.isPresent()) {
                state.close(place, position.close(met.get(), rules));
            } else {
                place++;
            }
        }
    }

    private void settle() {
        while (!state.open().isEmpty()) {
            state.close(0, settled(state.open().getFirst(), session, ticks, rules));
        }
    }

    /** The trade that results from settling a position, at the close. */
    static Trade settled(Position position, Session session, TickSchedule ticks, TradingRules rules) {
        var maxQuoteAge = rules.parameters().data().maxQuoteAge();
        var price = Settlement.price(position.view(), session, ticks, maxQuoteAge)
                .orElseThrow(() -> new IllegalStateException(
                        "no settlement price on " + session.date() + " although a position was entered at one"));
        return position.settle(price, rules);
    }
}
