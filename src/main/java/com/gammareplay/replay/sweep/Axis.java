package com.gammareplay.replay.sweep;

import com.gammareplay.parameters.Parameter;
import com.gammareplay.parameters.ParameterType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A parameter of a sweep and the values it is given, numbered from 0. */
public sealed interface Axis {

    Parameter<?> parameter();

    /** How many values there are, at least 1. */
    long size();

    /** A value in plain form (number, text, list, map, null), as requests write it. */
    @Nullable
    Object value(long number);

    /** A plain value as the parameter writes it: 1 and 1.0 become the same. */
    static <T extends @Nullable Object> @Nullable Object canonical(ParameterType<T> type, @Nullable Object plain) {
        return type.write(type.read(plain));
    }

    default String name() {
        return parameter().name();
    }

    /** Values named one by one. */
    record Listed(Parameter<?> parameter, List<@Nullable Object> values) implements Axis {
        @Override
        public long size() {
            return values.size();
        }

        @Override
        public @Nullable Object value(long number) {
            return values.get((int) number);
        }
    }

    /**
     * Numbers a step apart, rising from the least one.
     *
     * @param most none is greater. It is kept as it was given, though the last number may lie below it: whoever reads the
     *     range again must find the same numbers
     */
    record Steps(Parameter<?> parameter, BigDecimal least, BigDecimal most, BigDecimal step, long size)
            implements Axis {

        /** As many numbers as fit. */
        public static Steps of(Parameter<?> parameter, BigDecimal least, BigDecimal most, BigDecimal step) {
            var steps = most.subtract(least).divide(step, 0, RoundingMode.FLOOR).longValueExact();
            return new Steps(parameter, least, most, step, steps + 1);
        }

        @Override
        public @Nullable Object value(long number) {
            var exact = least.add(step.multiply(BigDecimal.valueOf(number)));
            return canonical(parameter.type(), exact.doubleValue());
        }
    }
}
