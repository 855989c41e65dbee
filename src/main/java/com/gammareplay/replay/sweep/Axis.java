package com.gammareplay.replay.sweep;

import com.gammareplay.bot.Parameter;
import com.gammareplay.bot.ParameterType;
import java.math.BigDecimal;
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

    /** Numbers a step apart, rising. */
    record Steps(Parameter<?> parameter, BigDecimal least, BigDecimal step, long size) implements Axis {
        @Override
        public @Nullable Object value(long number) {
            return canonical(parameter.type(), at(number));
        }

        /** The greatest number. */
        public BigDecimal most() {
            return at(size - 1);
        }

        private BigDecimal at(long number) {
            return least.add(step.multiply(BigDecimal.valueOf(number)));
        }
    }
}
