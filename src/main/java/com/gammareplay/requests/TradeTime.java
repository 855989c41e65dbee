package com.gammareplay.requests;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads times of trades: {@code YYYY-MM-DD HH:MM:SS}, seconds and an offset may be left out, a fraction is ignored. */
final class TradeTime {

    private static final Pattern FORM =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]([0-9]{2}:[0-9]{2})(:[0-9]{2})?(?:\\.[0-9]{1,9})? ?"
                    + "(Z|[+-][0-9]{2}:?[0-9]{2})?");

    private TradeTime() {}

    /** Whether a text is a time that names no offset. */
    static boolean needsZone(String text) {
        var form = FORM.matcher(text);
        return form.matches() && form.group(4) == null;
    }

    /**
     * The epoch second of a time.
     *
     * @param zone of a time without an offset
     * @throws IllegalArgumentException if it is none, or not one of exactly one instant
     */
    static long read(String text, @Nullable ZoneId zone) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    TradeRows.shown(text) + " is no time, write it as 2025-11-24 10:00:05, with an offset or without");
        }
        try {
            var seconds = form.group(3) == null ? ":00" : form.group(3);
            var time = LocalDateTime.parse(form.group(1) + "T" + form.group(2) + seconds);
            var offset = form.group(4);
            return time.toEpochSecond(offset == null ? offset(time, zone) : ZoneOffset.of(offset));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(text + " is no time of the calendar", e);
        }
    }

    private static ZoneOffset offset(LocalDateTime time, @Nullable ZoneId zone) {
        if (zone == null) {
            throw new IllegalArgumentException(time + " names no offset, and there is no zone");
        }
        var offsets = zone.getRules().getValidOffsets(time);
        if (offsets.isEmpty()) {
            throw new IllegalArgumentException(time + " is left out by the clocks of " + zone);
        }
        if (offsets.size() > 1) {
            throw new IllegalArgumentException(
                    time + " is shown twice by the clocks of " + zone + ": write its offset behind it");
        }
        return offsets.getFirst();
    }
}
