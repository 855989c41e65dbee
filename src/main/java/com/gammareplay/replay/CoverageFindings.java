package com.gammareplay.replay;

import com.gammareplay.marketdata.Coverage;
import com.gammareplay.model.Cents;
import com.gammareplay.replay.SessionResult.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** What is to be said of how a run's sessions were recorded. */
final class CoverageFindings {

    private static final double MOST_OUTSIDE_HOURS = 0.05;
    private static final double LEAST_COVERAGE = 0.5;

    private final List<SessionResult> sessions;
    private final List<Warning> found = new ArrayList<>();

    CoverageFindings(List<SessionResult> sessions) {
        this.sessions = sessions;
    }

    List<Warning> list() {
        unreadableRows();
        withoutData();
        outsideHours();
        withoutLegPrices();
        lowCoverage();
        return found;
    }

    private int count(Predicate<SessionResult> condition) {
        var count = 0;
        for (var session : sessions) {
            count += condition.test(session) ? 1 : 0;
        }
        return count;
    }

    private List<String> dates(Predicate<SessionResult> condition) {
        return SessionFindings.dates(sessions, condition);
    }

    /** If all sessions are without, that is why nothing was traded. */
    private void withoutData() {
        var count = count(SessionFindings::isEmpty);
        if (count > 0 && count < sessions.size()) {
            found.add(Warning.ofShare(WarningCode.NO_DATA, count, sessions.size(), "sessions", "have no data.")
                    .with("sessions", dates(SessionFindings::isEmpty)));
        }
    }

    /** Rows of which nothing at all could be used. */
    private void unreadableRows() {
        var timestamps = rows(Coverage::badTimestamps);
        var contracts = rows(Coverage::badContracts);
        var peaks = rows(Coverage::badPeaks);
        var chains = rows(Coverage::badChains);
        var count = timestamps + contracts + peaks + chains;
        if (count > 0) {
            found.add(Warning.of(
                            WarningCode.UNREADABLE_ROWS,
                            count,
                            count
                                    + " rows of the sessions could not be used: see docs/recordings.md for how timestamps,"
                                    + " strikes, option types and chains must be written.")
                    .with("badTimestamps", timestamps)
                    .with("badContracts", contracts)
                    .with("badPeaks", peaks)
                    .with("badChains", chains));
        }
    }

    private long rows(ToLongFunction<Coverage> number) {
        var sum = 0L;
        for (var session : sessions) {
            for (var index : session.coverage()) {
                sum += number.applyAsLong(index.rows());
            }
        }
        return sum;
    }

    private void withoutLegPrices() {
        var count = count(CoverageFindings::lacksLegPrices);
        if (count > 0) {
            found.add(Warning.of(
                            WarningCode.NO_LEG_PRICES,
                            count,
                            count
                                    + " traded sessions have rows of an index but no leg price of it, so that no trade was"
                                    + " possible: see otherSymbols in the dataset's balance, and badTimestamps.")
                    .with("sessions", dates(CoverageFindings::lacksLegPrices)));
        }
    }

    private static boolean lacksLegPrices(SessionResult session) {
        if (session.status() == Status.TRADED) {
            for (var index : session.coverage()) {
                if (index.rows().hasData() && index.rows().legPrices() == 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private void outsideHours() {
        var count = count(CoverageFindings::isOutsideHours);
        if (count > 0) {
            found.add(Warning.of(
                            WarningCode.QUOTES_OUTSIDE_HOURS,
                            count,
                            "More than 5 % of the leg prices lie outside the session's hours: databaseZone is probably"
                                    + " wrong.")
                    .with("sessions", dates(CoverageFindings::isOutsideHours)));
        }
    }

    private static boolean isOutsideHours(SessionResult session) {
        for (var index : session.coverage()) {
            if (index.rows().outsideHours() > MOST_OUTSIDE_HOURS * index.rows().legPrices()) {
                return true;
            }
        }
        return false;
    }

    private void lowCoverage() {
        var count = count(CoverageFindings::hasLowCoverage);
        if (count > 0) {
            var pnl = sessions.stream()
                    .filter(CoverageFindings::hasLowCoverage)
                    .mapToLong(SessionResult::pnl)
                    .sum();
            found.add(Warning.of(
                            WarningCode.LOW_COVERAGE,
                            count,
                            count + " traded sessions have quotes at less than half of their ticks: see requireCoverage"
                                    + " and maxQuoteAge.")
                    .with("sessions", dates(CoverageFindings::hasLowCoverage))
                    .with("pnl", Cents.toDecimal(pnl)));
        }
    }

    private static boolean hasLowCoverage(SessionResult session) {
        return session.status() == Status.TRADED
                && SessionResult.leastCoverage(session.coverage(), session.ticks()) < LEAST_COVERAGE;
    }
}
