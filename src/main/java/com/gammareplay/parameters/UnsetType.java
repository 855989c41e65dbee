package com.gammareplay.parameters;

import org.jspecify.annotations.Nullable;

/** A value that may be left unset by null. */
record UnsetType<T>(ParameterType<T> type) implements ParameterType<@Nullable T> {
    @Override
    public @Nullable T read(@Nullable Object plain) {
        return plain == null ? null : type.read(plain);
    }

    @Override
    public @Nullable Object write(@Nullable T value) {
        return value == null ? null : type.write(value);
    }

    @Override
    public String name() {
        return type.name() + " or null";
    }

    @Override
    public String range() {
        return type.range();
    }
}
