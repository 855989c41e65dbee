package com.gammareplay.bot;

import com.gammareplay.model.Cents;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values that a decision compared, by name, in the order in which they were looked at. */
public final class Evidence {

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    /** Adds a number, text or truth value, null for one that was missing. */
    public Evidence add(String name, @Nullable Object value) {
        values.put(name, value);
        return this;
    }

    /** Adds an amount in cents, kept as dollars. */
    public Evidence addMoney(String name, long cents) {
        return add(name, Cents.toDecimal(cents));
    }

    /** Adds a price in cents that may fall between two cents, kept as dollars. */
    public Evidence addMid(String name, double cents) {
        return add(name, Cents.toDecimal(cents));
    }

    /** Adds an instant given in epoch seconds. */
    public Evidence addInstant(String name, long epochSecond) {
        return add(name, Instant.ofEpochSecond(epochSecond));
    }

    /** The values: numbers, text, truth values, instants and nulls. */
    public Map<String, @Nullable Object> values() {
        return Collections.unmodifiableMap(values);
    }
}
