package com.gammareplay.marketdata.sqlite;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return UNPARSABLE;
        }
        var isUtc = matcher.group(7) != null;
        return local(text)
                .map(local -> local.atZone(isUtc ? ZoneOffset.UTC : zone).toEpochSecond())
                .orElse(UNPARSABLE);
    }

    /** The wall time that a text shows, whatever its zone; empty if it is no timestamp. */
    static Optional<LocalDateTime> local(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.of(
                    digits(text, 0, 4),
                    digits(text, 5, 7),
                    digits(text, 8, 10),
                    digits(text, 11, 13),
                    digits(text, 14, 16),
                    digits(text, 17, 19)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int digits(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
