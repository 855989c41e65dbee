package com.gammareplay.replay;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates as requests have them, {@code YYYY-MM-DD}, and says how a date in another form is written. */
public final class RequestDate {

    private static final Pattern FORM = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final Pattern COMPACT = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");
    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})([-./])([0-9]{1,2})\\2([0-9]{1,2})");
    private static final Pattern YEAR_LAST = Pattern.compile("([0-9]{1,2})([-./])([0-9]{1,2})\\2([0-9]{4})");
    private static final int MOST_SHOWN = 40;

    private RequestDate() {}

    /**
     * Reads a date.
     *
     * @throws IllegalArgumentException if it is none, saying how to write it as far as that can be told
     */
    public static LocalDate read(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            var meant = meant(text).map(LocalDate::toString).orElse("a date as YYYY-MM-DD");
            throw new IllegalArgumentException(shown(text) + " is no date, write " + meant);
        }
        return date(form, 1, 2, 3)
                .orElseThrow(() -> new IllegalArgumentException(text + " is no date of the calendar"));
    }

    /** What a date in another form means, unless its day might be its month. */
    private static Optional<LocalDate> meant(String text) {
        var compact = COMPACT.matcher(text);
        if (compact.matches()) {
            return date(compact, 1, 2, 3);
        }
        var yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return date(yearFirst, 1, 3, 4);
        }
        var yearLast = YEAR_LAST.matcher(text);
        if (!yearLast.matches()) {
            return Optional.empty();
        }
        var dayFirst = date(yearLast, 4, 3, 1);
        if (yearLast.group(2).equals(".")) {
            return dayFirst;
        }
        var monthFirst = date(yearLast, 4, 1, 3);
        return dayFirst.isEmpty() || monthFirst.isEmpty() || dayFirst.equals(monthFirst)
                ? dayFirst.or(() -> monthFirst)
                : Optional.empty();
    }

    private static Optional<LocalDate> date(Matcher parts, int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(number(parts, year), number(parts, month), number(parts, day)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    private static String shown(String text) {
        if (text.isEmpty()) {
            return "\"\"";
        }
        return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
    }
}
