package com.gammareplay.bot;

import com.gammareplay.calendar.NewYork;
import com.gammareplay.model.Session;
import java.util.Optional;
import java.util.function.Supplier;

/** Which trade there is to make: the usual one, that with a broken wing, or the one far from the money. */
final class PlanChoice {

    private final StrategyParameters.Setup setup;
    private final Session session;
    private final MarketView view;
    private final Evidence evidence;

    PlanChoice(StrategyParameters.Setup setup, Session session, MarketView view, Evidence evidence) {
        this.setup = setup;
        this.session = session;
        this.view = view;
        this.evidence = evidence;
    }

    /**
     * The trade by the pin and the price in points; empty if there is none.
     *
     * @param gex computed only where it decides
     */
    Optional<TradePlan> of(int pin, int price, double vix, Supplier<Gex> gex) {
        var usual = TradeSetup.of(view.index(), pin, price, vix);
        return usual.isPresent() ? usual.map(plan -> withBrokenWing(plan, price, vix, gex)) : fallback(pin, price, vix);
    }

    private TradePlan withBrokenWing(TradePlan usual, int price, double vix, Supplier<Gex> gex) {
        if (!setup.brokenWing() || usual.strategy() != Strategy.IRON_CONDOR) {
            return usual;
        }
        var polarity = gex.get().polarity();
        evidence.add("gpi", polarity.map(Gex.Polarity::gpi).orElse(null));
        evidence.add("gexMagnitude", polarity.map(Gex.Polarity::magnitude).orElse(null));
        return polarity.filter(some -> BrokenWing.applies(some, vix))
                .map(some -> BrokenWing.broken(usual, view.index(), price, some.gpi()))
                .orElse(usual);
    }

    private Optional<TradePlan> fallback(int pin, int price, double vix) {
        if (!setup.otmFallback()) {
            return Optional.empty();
        }
        var hoursLeft = (session.close() - view.now()) / 3600.0;
        var time = NewYork.time(view.now());
        OtmFallback.note(time, hoursLeft, evidence);
        return OtmFallback.of(view.index(), pin, price, vix, time, hoursLeft);
    }
}
