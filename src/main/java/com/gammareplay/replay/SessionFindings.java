package com.gammareplay.replay;

import com.gammareplay.marketdata.SessionRange;
import com.gammareplay.model.Cents;
import com.gammareplay.replay.Finding.Words;
import com.gammareplay.replay.SessionFacts.Gap;
import com.gammareplay.replay.SessionResult.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** What is to be said of a run's sessions, and of the checks in them. */
final class SessionFindings {

    private static final double MOST_OUTSIDE_HOURS = 0.05;
    private static final double LEAST_COVERAGE = 0.5;
    private static final int LEAST_SESSIONS = 20;

    private final List<SessionResult> sessions;
    private final Optional<SessionRange> recorded;
    private final List<Finding> found = new ArrayList<>();

    /** @param recorded the first and the last session of the recording */
    SessionFindings(List<SessionResult> sessions, Optional<SessionRange> recorded) {
        this.sessions = sessions;
        this.recorded = recorded;
    }

    List<Finding> list() {
        tradedSessions();
        outsideHours();
        lowCoverage();
        withoutSnapshot();
        momentumOnSameQuotes();
        return found;
    }

    private int count(Predicate<SessionResult> condition) {
        var count = 0;
        for (var session : sessions) {
            if (condition.test(session)) {
                count++;
            }
        }
        return count;
    }

    private int sum(ToIntFunction<SessionFacts> number) {
        var sum = 0;
        for (var session : sessions) {
            sum += number.applyAsInt(session.facts());
        }
        return sum;
    }

    private List<String> dates(Predicate<SessionResult> condition) {
        return sessions.stream()
                .filter(condition)
                .map(session -> session.date().toString())
                .toList();
    }

    private void tradedSessions() {
        var traded = count(session -> session.status() == Status.TRADED);
        if (traded == 0) {
            nothingTraded();
        }
        if (traded < LEAST_SESSIONS) {
            found.add(new Finding(
                    WarningCode.FEW_SESSIONS,
                    traded,
                    () -> new Words("The numbers rest on few traded sessions (" + traded + ", wanted are "
                                    + LEAST_SESSIONS + "): ratios such as Sharpe are chance.")
                            .with("sessions", traded)
                            .with("wanted", LEAST_SESSIONS)));
        }
    }

    private void nothingTraded() {
        var isEmpty = !sessions.isEmpty() && count(session -> session.status() == Status.NO_DATA) == sessions.size();
        found.add(
                isEmpty
                        ? new Finding(
                                WarningCode.NO_DATA,
                                sessions.size(),
                                () -> new Words("No session from "
                                        + sessions.getFirst().date() + " to "
                                        + sessions.getLast().date() + " has any data: the recording has "
                                        + recorded.map(range -> range.first() + " to " + range.last())
                                                .orElse("no session")
                                        + "."))
                        : new Finding(
                                WarningCode.NOTHING_TRADED,
                                sessions.size(),
                                () -> new Words("No session of the range was traded.")));
    }

    private void outsideHours() {
        var count = count(SessionFindings::isOutsideHours);
        if (count > 0) {
            found.add(new Finding(
                    WarningCode.QUOTES_OUTSIDE_HOURS,
                    count,
                    () -> new Words(
                                    "More than 5 % of the leg prices lie outside the session's hours: databaseZone is probably"
                                            + " wrong.")
                            .with("sessions", dates(SessionFindings::isOutsideHours))));
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
        var count = count(SessionFindings::hasLowCoverage);
        if (count > 0) {
            found.add(new Finding(WarningCode.LOW_COVERAGE, count, () -> {
                var low = sessions.stream().filter(SessionFindings::hasLowCoverage);
                return new Words(count + " traded sessions have quotes at less than half of their ticks: see"
                                + " requireCoverage and maxQuoteAge.")
                        .with("sessions", dates(SessionFindings::hasLowCoverage))
                        .with(
                                "pnl",
                                Cents.toDecimal(
                                        low.mapToLong(SessionResult::pnl).sum()));
            }));
        }
    }

    private static boolean hasLowCoverage(SessionResult session) {
        return session.status() == Status.TRADED
                && SessionResult.leastCoverage(session.coverage(), session.ticks()) < LEAST_COVERAGE;
    }

    private void withoutSnapshot() {
        var count = sum(facts -> facts.withoutSnapshot().size());
        if (count > 0) {
            found.add(new Finding(WarningCode.CHECKS_WITHOUT_SNAPSHOT, count, () -> {
                var checks = sum(SessionFacts::checks);
                var words = new Words(Finding.share(count, checks, "checks")
                                + " had no peak snapshot in time and traded nothing: see snapshotBefore and"
                                + " snapshotWindow.")
                        .with("checks", count, "of", checks)
                        .with(
                                "sessions",
                                dates(session ->
                                        !session.facts().withoutSnapshot().isEmpty()));
                median(Gap::before).ifPresent(seconds -> words.with("medianSecondsBefore", seconds));
                median(Gap::after).ifPresent(seconds -> words.with("medianSecondsAfter", seconds));
                return words;
            }));
        }
    }

    /** The lower one of the middle two; empty if no check has a snapshot on that side. */
    private OptionalLong median(ToLongFunction<Gap> side) {
        var seconds = sessions.stream()
                .flatMap(session -> session.facts().withoutSnapshot().stream())
                .mapToLong(side)
                .filter(gap -> gap != Gap.NOWHERE)
                .sorted()
                .toArray();
        return seconds.length == 0 ? OptionalLong.empty() : OptionalLong.of(seconds[(seconds.length - 1) / 2]);
    }

    private void momentumOnSameQuotes() {
        var count = sum(SessionFacts::momentumOnSameQuotes);
        if (count > 0) {
            found.add(new Finding(WarningCode.MOMENTUM_ON_SAME_QUOTES, count, () -> {
                var judged = sum(SessionFacts::momentum);
                return new Words("At " + Finding.share(count, judged, "checks")
                                + " the momentum of 2 and 5 minutes was judged where nothing was quoted between two of"
                                + " its instants: the recording is too sparse for momentumFilter.")
                        .with("checks", count, "of", judged)
                        .with("sessions", dates(session -> session.facts().momentumOnSameQuotes() > 0));
            }));
        }
    }
}
