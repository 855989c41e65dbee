package com.gammareplay.parameters;

import org.jspecify.annotations.Nullable;

/**
 * A setting of the bot that a request may change.
 *
 * @param name as requests write it
 * @param group the heading under which it is listed
 * @param type how it is written and what it accepts
 * @param unit of the value, "" where it has none
 * @param standard the default, as the {@code live} preset has it
 * @param meaning one sentence for users
 */
public record Parameter<T extends @Nullable Object>(
        String name, Group group, ParameterType<T> type, String unit, T standard, String meaning) {

    /** The headings of the listing. */
    public enum Group {
        SCHEDULE,
        DATA,
        SETUP,
        RISK,
        FILLS,
        EXITS
    }
}
