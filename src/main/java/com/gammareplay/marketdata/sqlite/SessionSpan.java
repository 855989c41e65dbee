package com.gammareplay.marketdata.sqlite;

import com.gammareplay.calendar.NewYork;
import com.gammareplay.model.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
 */
record SessionSpan(Session session, long start, long end, String fromText, String toText) {

    static SessionSpan of(Session session, ZoneId databaseZone) {
        var start = NewYork.epochSecond(session.date(), LocalTime.MIDNIGHT);
        var end = NewYork.epochSecond(session.date().plusDays(1), LocalTime.MIDNIGHT);
        var first = Stream.of(date(start, databaseZone), date(start, ZoneOffset.UTC))
                .min(LocalDate::compareTo)
                .orElseThrow();
        var last = Stream.of(date(end - 1, databaseZone), date(end - 1, ZoneOffset.UTC))
                .max(LocalDate::compareTo)
                .orElseThrow();
        return new SessionSpan(
                session, start, end, first.toString(), last.plusDays(1).toString());
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
