package com.gammareplay.parameters;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rising New York wall times. */
record TimesType() implements ParameterType<List<LocalTime>> {
    private static final TimeType ONE = new TimeType();

    @Override
    public List<LocalTime> read(@Nullable Object plain) {
        var times = new ArrayList<LocalTime>();
        for (var element : PlainValues.list(plain, "a list of New York times \"HH:MM\"")) {
            times.add(ONE.read(element));
        }
        requireRising(times);
        return List.copyOf(times);
    }

    private static void requireRising(List<LocalTime> times) {
        for (var i = 1; i < times.size(); i++) {
            if (!times.get(i).isAfter(times.get(i - 1))) {
                throw new IllegalArgumentException("times must be sorted and without duplicates, but " + times.get(i)
                        + " follows " + times.get(i - 1));
            }
        }
    }

    @Override
    public Object write(List<LocalTime> value) {
        return value.stream().map(ONE::write).toList();
    }

    @Override
    public String name() {
        return "array";
    }

    @Override
    public String range() {
        return "HH:MM, New York, sorted, no duplicates";
    }
}
