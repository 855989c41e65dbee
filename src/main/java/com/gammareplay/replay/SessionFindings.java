package com.gammareplay.replay;

import com.gammareplay.marketdata.SessionRange;
import com.gammareplay.replay.SessionFacts.Gap;
import com.gammareplay.replay.SessionResult.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** What is to be said of a run's traded sessions, and of the checks in them. */
final class SessionFindings {

    private static final int LEAST_SESSIONS = 20;

    private final List<SessionResult> sessions;
    private final Optional<SessionRange> recorded;
    private final List<Warning> found = new ArrayList<>();

    /** @param recorded the first and the last session of the recording */
    SessionFindings(List<SessionResult> sessions, Optional<SessionRange> recorded) {
        this.sessions = sessions;
        this.recorded = recorded;
    }

    List<Warning> list() {
        tradedSessions();
        withoutSnapshot().ifPresent(found::add);
        checks(
                        WarningCode.STRIKES_NOT_RECORDED,
                        SessionFacts::withoutStrike,
                        SessionFacts::checks,
                        "wanted a strike that had not been recorded in their session, and traded nothing.")
                .ifPresent(found::add);
        checks(
                        WarningCode.MOMENTUM_UNKNOWN,
                        SessionFacts::momentumUnknown,
                        SessionFacts::momentum,
                        "had no move of 2 or of 5 minutes, which forbids nothing then: see momentumFilter.")
                .ifPresent(found::add);
        checks(
                        WarningCode.MOMENTUM_ON_SAME_QUOTES,
                        SessionFacts::momentumOnSameQuotes,
                        SessionFacts::momentum,
                        "judged the momentum of 2 and 5 minutes where nothing was quoted between two of its instants:"
                                + " the recording is too sparse for momentumFilter.")
                .ifPresent(found::add);
        return found;
    }

    private Optional<Warning> checks(
            WarningCode code, ToIntFunction<SessionFacts> part, ToIntFunction<SessionFacts> all, String message) {
        var count = sum(session -> part.applyAsInt(session.facts()));
        if (count == 0) {
            return Optional.empty();
        }
        var whole = sum(session -> all.applyAsInt(session.facts()));
        return Optional.of(Warning.ofShare(code, count, whole, "checks", message)
                .with("sessions", dates(sessions, session -> part.applyAsInt(session.facts()) > 0)));
    }

    private int count(Predicate<SessionResult> condition) {
        return sum(session -> condition.test(session) ? 1 : 0);
    }

    private int sum(ToIntFunction<SessionResult> number) {
        var sum = 0;
        for (var session : sessions) {
            sum += number.applyAsInt(session);
        }
        return sum;
    }

    static List<String> dates(List<SessionResult> sessions, Predicate<SessionResult> condition) {
        return sessions.stream()
                .filter(condition)
                .map(session -> session.date().toString())
                .toList();
    }

    private void tradedSessions() {
        var traded = count(session -> session.status() == Status.TRADED);
        if (sum(SessionResult::trades) == 0) {
            found.add(nothingTraded(traded));
        }
        if (traded > 0 && traded < LEAST_SESSIONS) {
            found.add(Warning.of(
                            WarningCode.FEW_SESSIONS,
                            traded,
                            "The numbers rest on few traded sessions (" + traded + ", wanted are " + LEAST_SESSIONS
                                    + "): ratios such as Sharpe are chance.")
                    .with("wanted", LEAST_SESSIONS));
        }
    }

    private Warning nothingTraded(int traded) {
        if (traded > 0) {
            var checks = sum(session -> session.facts().checks());
            return Warning.of(
                            WarningCode.NOTHING_TRADED,
                            traded,
                            "The " + checks + " checks of the traded sessions led to no trade: see the reasons of the"
                                    + " decisions.")
                    .with("checks", checks);
        }
        if (sessions.isEmpty() || count(SessionFindings::isEmpty) < sessions.size()) {
            return Warning.of(WarningCode.NOTHING_TRADED, sessions.size(), "No session of the range was traded.");
        }
        var has = recorded.map(range -> range.first() + " to " + range.last()).orElse("no session");
        return Warning.of(
                WarningCode.NO_DATA,
                sessions.size(),
                "No session from " + sessions.getFirst().date() + " to "
                        + sessions.getLast().date() + " has any data: the recording has " + has + ".");
    }

    static boolean isEmpty(SessionResult session) {
        return session.status() == Status.NO_DATA;
    }

    private Optional<Warning> withoutSnapshot() {
        return checks(
                        WarningCode.CHECKS_WITHOUT_SNAPSHOT,
                        facts -> facts.withoutSnapshot().size(),
                        SessionFacts::checks,
                        "had no peak snapshot in time and traded nothing: see snapshotBefore and snapshotWindow.")
                .map(warning -> withMedian(warning, "medianSecondsBefore", Gap::before))
                .map(warning -> withMedian(warning, "medianSecondsAfter", Gap::after));
    }

    /** With the lower one of the middle two; without it if no check has a snapshot on that side. */
    private Warning withMedian(Warning warning, String name, ToLongFunction<Gap> side) {
        var seconds = sessions.stream()
                .flatMap(session -> session.facts().withoutSnapshot().stream())
                .mapToLong(side)
                .filter(gap -> gap != Gap.NOWHERE)
                .sorted()
                .toArray();
        return seconds.length == 0 ? warning : warning.with(name, seconds[(seconds.length - 1) / 2]);
    }
}
