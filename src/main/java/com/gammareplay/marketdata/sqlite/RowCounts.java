package com.gammareplay.marketdata.sqlite;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.calendar.NewYork;
import com.gammareplay.marketdata.SessionRange;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts rows by what their timestamps say of the session to which they belong. */
final class RowCounts {

    private static final int MOST_SHOWN = 40;

    private final TimestampParser timestamps;
    private final @Nullable SessionRange sessions;
    private final ExchangeCalendar calendar = new ExchangeCalendar();
    private long inSessions;
    private long onClosedDays;
    private long stray;
    private long undated;
    private @Nullable String example;

    /**
     * Nothing counted yet.
     *
     * @param sessions the first and the last one, null if there is none
     */
    RowCounts(ZoneId zone, @Nullable SessionRange sessions) {
        this.timestamps = new TimestampParser(zone);
        this.sessions = sessions;
    }

    /** Counts rows of one timestamp, which may be of any type. */
    void add(@Nullable Object timestamp, long rows) {
        var date = timestamp instanceof String text ? date(text) : Optional.<LocalDate>empty();
        if (date.isEmpty()) {
            undated += rows;
            example = example == null || example.isBlank() || example.equals("null") ? shown(timestamp) : example;
        } else if (sessions == null || !sessions.contains(date.get())) {
            stray += rows;
        } else if (calendar.session(date.get()).isPresent()) {
            inSessions += rows;
        } else {
            onClosedDays += rows;
        }
    }

    /** A text that cannot be parsed still counts for the date that it names, see {@link SessionSpan#names}. */
    private Optional<LocalDate> date(String text) {
        var instant = timestamps.parse(text);
        return instant == TimestampParser.UNPARSABLE ? DateTexts.date(text) : Optional.of(NewYork.date(instant));
    }

    private static String shown(@Nullable Object timestamp) {
        if (timestamp instanceof byte[]) {
            return "a blob";
        }
        if (timestamp instanceof Double number && Double.isInfinite(number)) {
            return "an infinite number";
        }
        var text = String.valueOf(timestamp).replaceAll("\\p{C}", "?");
        return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
    }

    long inSessions() {
        return inSessions;
    }

    long onClosedDays() {
        return onClosedDays;
    }

    long stray() {
        return stray;
    }

    long undated() {
        return undated;
    }

    /** The first of those timestamps that name no date, null if there is none. */
    @Nullable
    String example() {
        return example;
    }
}
