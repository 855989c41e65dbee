package com.gammareplay.parameters;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A New York wall time, HH:MM. */
record TimeType() implements ParameterType<LocalTime> {
    private static final Pattern FORM = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    @Override
    public LocalTime read(@Nullable Object plain) {
        if (plain instanceof String text && FORM.matcher(text).matches()) {
            return LocalTime.parse(text);
        }
        throw PlainValues.mustBe("a New York time \"HH:MM\"", plain);
    }

    @Override
    public Object write(LocalTime value) {
        return WRITTEN.format(value);
    }

    @Override
    public String name() {
        return "string";
    }

    @Override
    public String range() {
        return "HH:MM, New York";
    }
}
