package com.gammareplay.marketdata.synthetic;

import com.gammareplay.model.Session;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one day of the made-up market is like.
 *
 * @param openingVix VIX at the open
 * @param gap opening return since the last close, a ratio
 * @param wallOffset where the strike with the most open interest stands at the open, as a ratio of the price above it
 * @param headlines news that move the price at once
 * @param outages when the recorder does not record
 * @param missedChecks check times without a snapshot
 */
public record DayPlan(
        Session session,
        Regime regime,
        double openingVix,
        double gap,
        double wallOffset,
        List<Headline> headlines,
        List<Outage> outages,
        Set<LocalTime> missedChecks) {

    /**
     * News at a New York time.
     *
     * @param move of the SPX, a ratio; the NDX moves more
     */
    public record Headline(LocalTime time, double move) {}

    /** A time without a recording, in New York time, both ends included. */
    public record Outage(LocalTime from, LocalTime to) {}

    public DayPlan {
        headlines = List.copyOf(headlines);
        outages = List.copyOf(outages);
        missedChecks = Set.copyOf(missedChecks);
    }

    /** The outage that a New York time lies in. */
    Optional<Outage> outage(LocalTime time) {
        return outages.stream()
                .filter(outage -> !time.isBefore(outage.from()) && !time.isAfter(outage.to()))
                .findFirst();
    }

    /** A day without news and with a complete recording. */
    public static DayPlan of(Session session, Regime regime, double openingVix, double gap, double wallOffset) {
        return new DayPlan(session, regime, openingVix, gap, wallOffset, List.of(), List.of(), Set.of());
    }

    public DayPlan withHeadlines(Headline... news) {
        return new DayPlan(session, regime, openingVix, gap, wallOffset, List.of(news), outages, missedChecks);
    }

    public DayPlan withOutage(LocalTime from, LocalTime to) {
        return new DayPlan(
                session, regime, openingVix, gap, wallOffset, headlines, List.of(new Outage(from, to)), missedChecks);
    }

    public DayPlan withoutCheck(LocalTime check) {
        return new DayPlan(session, regime, openingVix, gap, wallOffset, headlines, outages, Set.of(check));
    }
}
