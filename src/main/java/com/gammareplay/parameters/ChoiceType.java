package com.gammareplay.parameters;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One of the names of an enum. */
record ChoiceType<E extends Enum<E>>(Class<E> options) implements ParameterType<E> {
    @Override
    public E read(@Nullable Object plain) {
        for (var option : options.getEnumConstants()) {
            if (option.name().equals(plain)) {
                return option;
            }
        }
        throw PlainValues.mustBe(range(), plain);
    }

    @Override
    public Object write(E value) {
        return value.name();
    }

    @Override
    public String name() {
        return "string";
    }

    @Override
    public String range() {
        return "one of "
                + String.join(
                        ", ",
                        Arrays.stream(options.getEnumConstants())
                                .map(Enum::name)
                                .toList());
    }
}
