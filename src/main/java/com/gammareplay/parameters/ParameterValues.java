package com.gammareplay.parameters;

import com.gammareplay.model.Index;
import com.gammareplay.parameters.InvalidParametersException.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value for every parameter of the bot: a preset, and what a request changes of it. */
public final class ParameterValues {

    private final Map<Parameter<?>, @Nullable Object> given;
    private final Map<Parameter<?>, @Nullable Object> values;

    private ParameterValues(Map<Parameter<?>, @Nullable Object> given) {
        this.given = given;
        this.values = new LinkedHashMap<>(given);
        fillIn(values, Parameters.MIN_SHORT_DISTANCE_SPX, Index.SPX);
        fillIn(values, Parameters.MIN_SHORT_DISTANCE_NDX, Index.NDX);
    }

    /** The values of a preset. */
    public static ParameterValues of(Preset preset) {
        return read(preset, Map.of());
    }

    /**
     * The values of a preset with changes by name, as plain values (numbers, text, lists, maps, null).
     *
     * @throws InvalidParametersException naming unknown parameters and values out of type or range, at most 100
     */
    public static ParameterValues read(Preset preset, Map<String, ? extends @Nullable Object> changes) {
        var values = new LinkedHashMap<Parameter<?>, @Nullable Object>();
        for (Parameter<?> parameter : Parameters.all()) {
            values.put(parameter, parameter.standard());
        }
        preset.changes()
                .forEach((name, plain) -> Parameters.find(name)
                        .ifPresent(parameter ->
                                values.put(parameter, parameter.type().read(plain))));
        return changed(values, changes);
    }

    /**
     * These values with some others by name, as if all had been given at once.
     *
     * @throws InvalidParametersException as {@link #read} does
     */
    public ParameterValues with(Map<String, ? extends @Nullable Object> changes) {
        return changed(new LinkedHashMap<>(given), changes);
    }

    private static ParameterValues changed(
            Map<Parameter<?>, @Nullable Object> values, Map<String, ? extends @Nullable Object> changes) {
        var problems = new ArrayList<Problem>();
        for (var change : changes.entrySet()) {
            apply(change.getKey(), change.getValue(), values, problems);
            if (problems.size() == InvalidParametersException.MOST_PROBLEMS) {
                break; // nobody reads more, and to look for names that may have been meant takes time
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidParametersException(List.copyOf(problems));
        }
        return new ParameterValues(values);
    }

    /** The distance of an index, where it is not given: that of both, or the default of the index. */
    private static void fillIn(
            Map<Parameter<?>, @Nullable Object> values, Parameter<@Nullable Double> ofIndex, Index index) {
        if (values.get(ofIndex) == null) {
            var both = values.get(Parameters.MIN_SHORT_DISTANCE);
            values.put(ofIndex, both == null ? (Double) (double) index.minShortDistance() : both);
        }
    }

    private static void apply(
            String name, @Nullable Object plain, Map<Parameter<?>, @Nullable Object> values, List<Problem> problems) {
        var parameter = Parameters.find(name);
        if (parameter.isEmpty()) {
            problems.add(new Problem(name, "unknown parameter" + NearestName.hint(name, Parameters.names())));
            return;
        }
        try {
            values.put(parameter.get(), parameter.get().type().read(plain));
        } catch (IllegalArgumentException e) {
            problems.add(new Problem(name, String.valueOf(e.getMessage())));
        }
    }

    /** The value of a parameter. */
    @SuppressWarnings({"unchecked", "NullAway"}) // read() put it there by the parameter's own type, null included
    public <T extends @Nullable Object> T get(Parameter<T> parameter) {
        return (T) values.get(parameter);
    }

    /** Every parameter's plain value by name, in the order of the listing: what {@link #read} takes. */
    public Map<String, @Nullable Object> plain() {
        return plain(values);
    }

    /** The same, but null where a value follows from others, so that it follows from theirs after {@link #with}. */
    public Map<String, @Nullable Object> plainAsGiven() {
        return plain(given);
    }

    private static Map<String, @Nullable Object> plain(Map<Parameter<?>, @Nullable Object> values) {
        var plain = new LinkedHashMap<String, @Nullable Object>();
        for (Parameter<?> parameter : Parameters.all()) {
            plain.put(parameter.name(), written(parameter, values));
        }
        return plain;
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // as in get()
    private static <T extends @Nullable Object> @Nullable Object written(
            Parameter<T> parameter, Map<Parameter<?>, @Nullable Object> values) {
        return parameter.type().write((T) values.get(parameter));
    }
}
