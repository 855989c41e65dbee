package com.gammareplay.requests;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads dates as requests have them, {@code YYYY-MM-DD}, and says how a date in another form is written. */
public final class RequestDate {

    private static final Pattern FORM = Pattern.compile("(?<y>[0-9]{4})-(?<m>[0-9]{2})-(?<d>[0-9]{2})");
    private static final List<Pattern> OTHER_FORMS = Stream.of(
                    "(?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2})",
                    "(?<y>[0-9]{4})(?<s>[-./])(?<m>[0-9]{1,2})\\k<s>(?<d>[0-9]{1,2})",
                    "(?<d>[0-9]{1,2})(?<s>[-./])(?<m>[0-9]{1,2})\\k<s>(?<y>[0-9]{4})",
                    "(?<m>[0-9]{1,2})(?<s>[-/])(?<d>[0-9]{1,2})\\k<s>(?<y>[0-9]{4})")
            .map(Pattern::compile)
            .toList();
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
        return date(form).orElseThrow(() -> new IllegalArgumentException(text + " is no date of the calendar"));
    }

    /** What a date in another form means, unless its day might be its month. */
    private static Optional<LocalDate> meant(String text) {
        var dates = OTHER_FORMS.stream()
                .map(form -> form.matcher(text))
                .filter(Matcher::matches)
                .flatMap(form -> date(form).stream())
                .distinct()
                .toList();
        return dates.size() == 1 ? Optional.of(dates.getFirst()) : Optional.empty();
    }

    private static Optional<LocalDate> date(Matcher form) {
        try {
            return Optional.of(LocalDate.of(number(form, "y"), number(form, "m"), number(form, "d")));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static int number(Matcher form, String part) {
        return Integer.parseInt(form.group(part));
    }

    private static String shown(String text) {
        if (text.isEmpty()) {
            return "\"\"";
        }
        return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
    }
}
