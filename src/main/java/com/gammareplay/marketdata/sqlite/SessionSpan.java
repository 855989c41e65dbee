package com.gammareplay.marketdata.sqlite;

import com.gammareplay.calendar.NewYork;
import com.gammareplay.model.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The part of a recording that belongs to a session: its New York date.
 *
 * <p>Rows are found by the date at which their text begins, which sorts alike in all accepted forms, and then judged by
 * the instant that they parse to.
 *
 * @param start epoch second at which the date begins
 * @param end epoch second at which the next one begins
 * @param fromText texts of the session are not less
 * @param toText texts of the session are less
 * @param ranges texts of the session, and of as few others as can be said without parsing them, are in one of these
 */
record SessionSpan(Session session, long start, long end, String fromText, String toText, List<TextRange> ranges) {

    /** Texts that are not less than one and less than another. */
    record TextRange(String from, String to) {}

    static SessionSpan of(Session session, ZoneId databaseZone) {
        var start = NewYork.epochSecond(session.date(), LocalTime.MIDNIGHT);
        var end = NewYork.epochSecond(session.date().plusDays(1), LocalTime.MIDNIGHT);
        var first = Stream.of(date(start, databaseZone), date(start, ZoneOffset.UTC))
                .min(LocalDate::compareTo)
                .orElseThrow();
        var last = Stream.of(date(end - 1, databaseZone), date(end - 1, ZoneOffset.UTC))
                .max(LocalDate::compareTo)
                .orElseThrow();
        var whole = new TextRange(first.toString(), last.plusDays(1).toString());
        return new SessionSpan(session, start, end, whole.from(), whole.to(), ranges(whole, last, end, databaseZone));
    }

    /**
     * In a zone without daylight saving time the last date ends for the session at a known time; the next session's rows
     * are behind it.
     */
    private static List<TextRange> ranges(TextRange whole, LocalDate last, long end, ZoneId databaseZone) {
        if (!databaseZone.getRules().isFixedOffset()) {
            return List.of(whole);
        }
        var latest = Stream.of(databaseZone, ZoneOffset.UTC)
                .map(zone -> LocalDateTime.ofInstant(Instant.ofEpochSecond(end), zone))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return latest.toLocalDate().equals(last)
                ? List.of(
                        new TextRange(whole.from(), last + " " + latest.toLocalTime()),
                        new TextRange(last + "T", last + "T" + latest.toLocalTime()))
                : List.of(whole);
    }

    private static LocalDate date(long second, ZoneId zone) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(second), zone);
    }

    boolean contains(long second) {
        return second >= start && second < end;
    }

    boolean isOutsideHours(long second) {
        return second < session.open() || second > session.close();
    }

    /** True if an unparsable text names the session's date, and so is counted there and nowhere else. */
    boolean names(String text) {
        return text.startsWith(session.date().toString());
    }
}
