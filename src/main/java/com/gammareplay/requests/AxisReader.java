package com.gammareplay.requests;

import com.gammareplay.parameters.NearestName;
import com.gammareplay.parameters.Parameter;
import com.gammareplay.parameters.ParameterType;
import com.gammareplay.parameters.Parameters;
import com.gammareplay.replay.sweep.Axis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the swept parameters of a request and their values. */
final class AxisReader {

    private final Problems problems;

    AxisReader(Problems problems) {
        this.problems = problems;
    }

    /** Lists of values by parameter. */
    List<Axis> grid(Map<String, ? extends @Nullable Object> grid) {
        return axes(
                "/grid", grid, (pointer, parameter, plain) -> listed(pointer, parameter, plain, "a list of values"));
    }

    /** Ranges or lists of values by parameter. */
    List<Axis> ranges(Map<String, ? extends @Nullable Object> ranges) {
        return axes(
                "/ranges",
                ranges,
                (pointer, parameter, plain) -> plain instanceof Map<?, ?> range
                        ? new RangeReader(problems, pointer, parameter).read(range)
                        : listed(pointer, parameter, plain, "{\"min\", \"max\", \"step\"} or a list of values"));
    }

    private interface OneAxis {
        Optional<Axis> read(String pointer, Parameter<?> parameter, @Nullable Object plain);
    }

    private List<Axis> axes(String pointer, Map<String, ? extends @Nullable Object> given, OneAxis one) {
        if (given.isEmpty()) {
            problems.add(pointer, "must name at least one parameter");
        }
        var axes = new ArrayList<Axis>();
        given.forEach((name, plain) -> {
            var place = pointer + "/" + Problems.escaped(name);
            parameter(place, name)
                    .flatMap(parameter -> one.read(place, parameter, plain))
                    .ifPresent(axes::add);
        });
        return axes;
    }

    private Optional<Parameter<?>> parameter(String pointer, String name) {
        var found = Parameters.find(name);
        if (found.isEmpty() && !problems.isFull()) {
            problems.add(
                    pointer,
                    RawRequest.mistakenParameter(name)
                            .orElseGet(() -> "unknown parameter" + NearestName.hint(name, Parameters.names())));
        }
        return found;
    }

    private Optional<Axis> listed(String pointer, Parameter<?> parameter, @Nullable Object plain, String form) {
        if (!(plain instanceof List<?> list) || list.isEmpty()) {
            problems.add(pointer, "must be " + form + (plain instanceof List ? ", not an empty one" : ""));
            return Optional.empty();
        }
        var values = new LinkedHashMap<@Nullable Object, Integer>();
        for (var place = 0; place < list.size(); place++) {
            value(pointer + "/" + place, parameter.type(), list.get(place), place, values);
        }
        var isComplete = values.size() == list.size();
        return isComplete
                ? Optional.of(new Axis.Listed(parameter, new ArrayList<>(values.keySet())))
                : Optional.empty();
    }

    /** Values count as the same if the bot reads the same from them. */
    private void value(
            String pointer,
            ParameterType<?> type,
            @Nullable Object plain,
            int place,
            Map<@Nullable Object, Integer> values) {
        try {
            var earlier = values.putIfAbsent(Axis.canonical(type, plain), place);
            if (earlier != null) {
                problems.add(pointer, "must not be the same as the value at " + earlier);
            }
        } catch (IllegalArgumentException e) {
            problems.add(pointer, String.valueOf(e.getMessage()));
        }
    }
}
