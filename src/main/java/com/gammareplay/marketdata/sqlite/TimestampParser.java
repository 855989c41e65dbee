package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.RecordedTime;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the recorder's timestamps: {@code YYYY-MM-DD HH:MM:SS} with a blank or {@code T} between, a fraction (ignored),
 * and {@code Z} or a zero offset; a text with one of these is UTC, any other is in the recording's zone.
 */
final class TimestampParser {

    /** Stands for a text that is no timestamp. */
    static final long UNPARSABLE = Long.MIN_VALUE;

    private static final Pattern FORM = Pattern.compile(
            "([0-9]{4})-([0-9]{2})-([0-9]{2})[ T]([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\\.[0-9]+)?(Z|[+-]00(?::?00)?)?");

    private final ZoneId zone;

    TimestampParser(ZoneId zone) {
        this.zone = zone;
    }

    /** The epoch second of a text, {@link #UNPARSABLE} if it is none. */
    long parse(@Nullable String text) {
        if (text == null) {
            return UNPARSABLE;
        }
        return read(text).map(time -> time.epochSecond(zone)).orElse(UNPARSABLE);
    }

    /** What a text says; empty if it is no timestamp. */
    static Optional<RecordedTime> read(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            var wall = LocalDateTime.of(
                    digits(text, 0, 4),
                    digits(text, 5, 7),
                    digits(text, 8, 10),
                    digits(text, 11, 13),
                    digits(text, 14, 16),
                    digits(text, 17, 19));
            return Optional.of(new RecordedTime(wall, matcher.group(7) != null));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int digits(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
