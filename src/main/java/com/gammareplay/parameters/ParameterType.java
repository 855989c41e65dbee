package com.gammareplay.parameters;

import org.jspecify.annotations.Nullable;

/**
 * How a parameter is written: plain values (numbers, text, lists, maps, null) to its own type, and back.
 *
 * @param <T> the type that the rules use
 */
public sealed interface ParameterType<T extends @Nullable Object>
        permits ChoiceType, DatesType, DecimalType, FlagType, TargetsType, TimeType, TimesType, UnsetType, WholeType {

    /**
     * The value that a plain value stands for.
     *
     * @throws IllegalArgumentException saying what it must be, if it is none
     */
    T read(@Nullable Object plain);

    /** The plain value that {@link #read} takes. */
    @Nullable
    Object write(T value);

    /** The word for the type in listings: number, integer, boolean, string, array. */
    String name();

    /** The accepted range in words, "" where the type says it all. */
    String range();
}
