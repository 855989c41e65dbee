package com.gammareplay.parameters;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates, kept sorted and without duplicates. */
record DatesType() implements ParameterType<List<LocalDate>> {
    private static final Pattern FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    @Override
    public List<LocalDate> read(@Nullable Object plain) {
        var dates = new TreeSet<LocalDate>();
        for (var element : PlainValues.list(plain, "a list of dates \"YYYY-MM-DD\"")) {
            dates.add(date(element));
        }
        return List.copyOf(dates);
    }

    private static LocalDate date(@Nullable Object plain) {
        if (plain instanceof String text && FORM.matcher(text).matches()) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("must be a date of the calendar, was \"" + text + '"', e);
            }
        }
        throw PlainValues.mustBe("a date \"YYYY-MM-DD\"", plain);
    }

    @Override
    public Object write(List<LocalDate> value) {
        return value.stream().map(LocalDate::toString).toList();
    }

    @Override
    public String name() {
        return "array";
    }

    @Override
    public String range() {
        return "YYYY-MM-DD";
    }
}
