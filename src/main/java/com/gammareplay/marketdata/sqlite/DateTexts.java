package com.gammareplay.marketdata.sqlite;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Timestamps as texts: whatever is wrong with the rest, one that begins with a date belongs to it. */
final class DateTexts {

    /** Letters of a date. */
    static final int LENGTH = "YYYY-MM-DD".length();

    private DateTexts() {}

    /** The date with which a text begins, empty if with none. */
    static Optional<LocalDate> date(String text) {
        if (text.length() < LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.substring(0, LENGTH)));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /** The least text that sorts behind all that begin like the given one. */
    static String behind(String beginning) {
        var last = beginning.length() - 1;
        return beginning.substring(0, last) + (char) (beginning.charAt(last) + 1);
    }
}
