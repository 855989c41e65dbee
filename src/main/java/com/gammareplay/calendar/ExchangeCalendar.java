package com.gammareplay.calendar;

import com.gammareplay.model.Session;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The sessions of the New York Stock Exchange: regular holidays and early closes by rule, the rest by exception list.
 *
 * <p>Covers {@link #FIRST} to {@link #LAST}: outside it nobody has checked the exceptions, so it answers with an error.
 */
public final class ExchangeCalendar {

    public static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    public static final LocalDate LAST = LocalDate.of(2028, 12, 31);

    /** Changes whenever a date changes its kind: part of a result's provenance. */
    public static final String VERSION = "NYSE-2020-2028.1";

    /** The exchange never closes for so many days. */
    private static final int LONGEST_CLOSURE = 10;

    private static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final LocalTime CLOSE = LocalTime.of(16, 0);
    private static final LocalTime EARLY_CLOSE = LocalTime.of(13, 0);

    /** The session of a date, empty on weekends and holidays. */
    public Optional<Session> session(LocalDate date) {
        if (isWeekend(checked(date)) || isHoliday(date)) {
            return Optional.empty();
        }
        var early = Holidays.closesEarly(date);
        var open = NewYork.epochSecond(date, OPEN);
        return Optional.of(new Session(date, open, NewYork.epochSecond(date, early ? EARLY_CLOSE : CLOSE), early));
    }

    /** The sessions from one date to another, both inclusive, in order. */
    public List<Session> sessions(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1))
                .map(this::session)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The session that is under way at an instant, or else the next one; empty at the end of this calendar. */
    public Optional<Session> underWayOrNext(long instant) {
        var today = NewYork.date(instant);
        return today.datesUntil(today.plusDays(LONGEST_CLOSURE))
                .filter(ExchangeCalendar::covers)
                .flatMap(date -> session(date).stream())
                .filter(session -> session.close() > instant)
                .findFirst();
    }

    /** True on a weekday on which the exchange is closed all day. */
    public boolean isHoliday(LocalDate date) {
        return !isWeekend(checked(date)) && Holidays.name(date).isPresent();
    }

    /** Why the exchange is closed all day: the name of the holiday, Saturday or Sunday; empty if it opens. */
    public Optional<String> closedFor(LocalDate date) {
        return isWeekend(checked(date))
                ? Optional.of(date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                : Holidays.name(date);
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** Whether a date is within the reach of this calendar. */
    public static boolean covers(LocalDate date) {
        return !date.isBefore(FIRST) && !date.isAfter(LAST);
    }

    private static LocalDate checked(LocalDate date) {
        if (!covers(date)) {
            throw new IllegalArgumentException("date must be from " + FIRST + " to " + LAST + ", was " + date);
        }
        return date;
    }
}
