package com.gammareplay.replay;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.marketdata.SessionRange;
import com.gammareplay.replay.InvalidRequestException.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the dates of a request; the coverage of the dataset stands in for those not given. */
public final class DateRangeReader {

    static final int MOST_SESSIONS = 400;

    private final ExchangeCalendar calendar;
    private final List<Problem> problems;

    /** Both dates inclusive. */
    public record Range(LocalDate from, LocalDate to) {}

    /** A reader that notes what is wrong. */
    public DateRangeReader(ExchangeCalendar calendar, List<Problem> problems) {
        this.calendar = calendar;
        this.problems = problems;
    }

    /**
     * Reads both dates.
     *
     * @param covered asked for the coverage if one is not given, null if the dataset is a problem of its own
     */
    public @Nullable Range read(
            @Nullable String from, @Nullable String to, @Nullable Supplier<Optional<SessionRange>> covered) {
        var isGiven = from != null && to != null;
        if (covered == null && !isGiven) {
            return null;
        }
        var coverage = isGiven || covered == null ? Optional.<SessionRange>empty() : covered.get();
        var first = date("/from", from, coverage.map(SessionRange::first));
        var last = date("/to", to, coverage.map(SessionRange::last));
        if (first == null || last == null) {
            return null;
        }
        if (last.isBefore(first)) {
            problems.add(
                    to == null
                            ? new Problem("/from", "must not be after " + last + ", the last session of the dataset")
                            : new Problem(
                                    "/to",
                                    "must not be before " + first
                                            + (from == null ? ", the first session of the dataset" : ", was " + last)));
            return null;
        }
        var sessions = calendar.sessions(first, last).size();
        if (sessions == 0) {
            problems.add(new Problem("/from", closed(first, last) + recorded(covered)));
        }
        if (sessions > MOST_SESSIONS) {
            problems.add(new Problem(
                    "/to", "the range must have at most " + MOST_SESSIONS + " sessions, it has " + sessions));
        }
        return new Range(first, last);
    }

    private @Nullable LocalDate date(String pointer, @Nullable String text, Optional<LocalDate> covered) {
        if (text != null) {
            return withinCalendar(pointer, parsed(pointer, text));
        }
        if (covered.isEmpty()) {
            problems.add(new Problem(pointer, "must be given: the dataset has no session to take it from"));
            return null;
        }
        return covered.get();
    }

    private @Nullable LocalDate parsed(String pointer, String text) {
        try {
            return RequestDate.read(text);
        } catch (IllegalArgumentException e) {
            problems.add(new Problem(pointer, String.valueOf(e.getMessage())));
            return null;
        }
    }

    /** Why there is no session in a range: it is short, for the exchange never closes for long. */
    private String closed(LocalDate first, LocalDate last) {
        var reasons = first.datesUntil(last.plusDays(1))
                .flatMap(date -> calendar.closedFor(date).stream())
                .toList();
        return first.equals(last)
                ? first + " is " + reasons.getFirst() + ", the exchange is closed"
                : "there is no session from " + first + " to " + last + ": " + String.join(", ", reasons);
    }

    private static String recorded(@Nullable Supplier<Optional<SessionRange>> covered) {
        return Optional.ofNullable(covered)
                .flatMap(Supplier::get)
                .map(range -> "; the dataset has " + range.first() + " to " + range.last())
                .orElse("");
    }

    private @Nullable LocalDate withinCalendar(String pointer, @Nullable LocalDate date) {
        if (date == null || ExchangeCalendar.covers(date)) {
            return date;
        }
        problems.add(new Problem(
                pointer,
                "must be from " + ExchangeCalendar.FIRST + " to " + ExchangeCalendar.LAST
                        + ", which the exchange calendar covers, was " + date));
        return null;
    }
}
