package com.gammareplay.replay.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The combinations of values that a sweep tries, numbered from 0. Immutable. */
public abstract sealed class Combinations permits Grid, Samples {

    private final List<Axis> axes;

    Combinations(List<Axis> axes) {
        this.axes = List.copyOf(axes);
    }

    /** The swept parameters, in the order of the request. */
    public List<Axis> axes() {
        return axes;
    }

    /** How many combinations there are. */
    public abstract int size();

    /** Which of the values of an axis a combination has. */
    public abstract long place(int combination, int axis);

    /** The swept parameters of a combination by name, in plain form. */
    public Map<String, @Nullable Object> values(int combination) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (var axis = 0; axis < axes.size(); axis++) {
            values.put(axes.get(axis).name(), axes.get(axis).value(place(combination, axis)));
        }
        return values;
    }
}
