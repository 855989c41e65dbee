package com.gammareplay.marketdata.synthetic;

import com.gammareplay.calendar.NewYork;
import com.gammareplay.marketdata.FeedException;
import com.gammareplay.marketdata.MarketFeed;
import com.gammareplay.marketdata.MarketSnapshot;
import com.gammareplay.marketdata.QuotePass;
import com.gammareplay.model.Index;
import com.gammareplay.model.OptionContract;
import com.gammareplay.model.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;

/**
 * A day of the demo as a live market, as it is when a clock shows it; before the open it stands as it opens, after the close
 * as it closed. The same question at the same second has the same answer, whatever was asked before.
 */
public final class DemoFeed implements MarketFeed {

    /** How long before and after a missed check there is no chain. */
    private static final Duration MISSED = Duration.ofMinutes(2);

    private final DayPlan plan;
    private final PerIndex<IndexMarket> day;
    private final InstantSource clock;

    /**
     * The market of a day.
     *
     * @throws IllegalArgumentException if the demo does not have it
     */
    public DemoFeed(LocalDate date, InstantSource clock) {
        var market = new SyntheticMarket(DemoMarket.SEED);
        var plans = new DemoMarket().days().iterator();
        var next = plans.next();
        var live = market.day(next);
        while (!next.session().date().equals(date)) {
            if (!plans.hasNext()) {
                throw new IllegalArgumentException("the demo has no " + date);
            }
            next = plans.next();
            live = market.day(next);
        }
        this.plan = next;
        this.day = live;
        this.clock = clock;
    }

    /** The days of the demo, in order. */
    public static List<LocalDate> dates() {
        return new DemoMarket()
                .days().stream().map(plan -> plan.session().date()).toList();
    }

    @Override
    public List<String> check(Session session, List<Index> indices) {
        if (!session.equals(plan.session())) {
            throw new FeedException(
                    FeedException.Kind.CLOSED,
                    "the demo is at " + plan.session().date());
        }
        return List.of("The market of the demo is made up: it says nothing about returns.");
    }

    @Override
    public MarketSnapshot snapshot(Session session, Index index, Instant until) {
        var instant = open();
        var date = plan.session().date();
        for (var check : plan.missedChecks()) {
            var distance = Math.abs(instant - NewYork.epochSecond(date, check));
            if (distance <= MISSED.toSeconds()) {
                throw new FeedException(FeedException.Kind.UNAVAILABLE, "the demo has no chain around " + check);
            }
        }
        var market = day.of(index);
        return market.snapshot(
                instant,
                market.strikes(market.middle(plan.session().open()), listed(index)),
                dice("chain", index, instant));
    }

    @Override
    public QuotePass quotes(Session session, Index index, List<OptionContract> contracts, Instant until) {
        var instant = open();
        return day.of(index).quotes(instant, contracts, dice("live", index, instant));
    }

    /** The second at which the market is asked, if it answers then. */
    private long open() {
        var session = plan.session();
        var instant = Math.clamp(clock.instant().getEpochSecond(), session.open(), session.close());
        plan.outage(NewYork.time(instant)).ifPresent(outage -> {
            throw new FeedException(
                    FeedException.Kind.UNAVAILABLE, "the demo is out from " + outage.from() + " to " + outage.to());
        });
        return instant;
    }

    private Dice dice(String purpose, Index index, long instant) {
        var date = plan.session().date();
        return Dice.of(Dice.of(DemoMarket.SEED, date, purpose + " " + index).seed(), instant);
    }

    /** Points on either side of the open at which options are listed: more than a session records. */
    private static int listed(Index index) {
        return switch (index) {
            case SPX -> 400;
            case NDX -> 1_600;
        };
    }
}
