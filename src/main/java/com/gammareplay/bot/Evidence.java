package com.gammareplay.bot;

import com.gammareplay.calendar.NewYork;
import com.gammareplay.model.Cents;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values that a decision compared, by name, in the order in which they were looked at. */
public final class Evidence {

    /** Forgets what it is told at once, for runs of which nobody asks why; may be shared. */
    public static final Evidence NONE = new Evidence(false);

    private final boolean recording;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    public Evidence() {
        this(true);
    }

    private Evidence(boolean recording) {
        this.recording = recording;
    }

    /** Adds a number, text or truth value, null for one that was missing. */
    public Evidence add(String name, @Nullable Object value) {
        if (recording) {
            values.put(name, value);
        }
        return this;
    }

    /** Adds an amount in cents, kept as dollars. */
    public Evidence addMoney(String name, long cents) {
        return recording ? add(name, Cents.toDecimal(cents)) : this;
    }

    /** Adds a price in cents that may fall between two cents, kept as dollars. */
    public Evidence addMid(String name, double cents) {
        return recording ? add(name, Cents.toDecimal(cents)) : this;
    }

    /** Adds a ratio or an amount, kept as null if it is none. */
    public Evidence addOrNull(String name, double value) {
        return recording ? add(name, Double.isNaN(value) ? null : value) : this;
    }

    /** Adds a New York wall time, kept as text. */
    public Evidence addTime(String name, LocalTime time) {
        return recording ? add(name, time.toString()) : this;
    }

    /** Adds the New York wall time of an epoch second, kept as text. */
    public Evidence addTime(String name, long epochSecond) {
        return recording ? addTime(name, NewYork.time(epochSecond)) : this;
    }

    /** Adds an instant given in epoch seconds. */
    public Evidence addInstant(String name, long epochSecond) {
        return recording ? add(name, Instant.ofEpochSecond(epochSecond)) : this;
    }

    /** The values: numbers, text, truth values, instants and nulls. */
    public Map<String, @Nullable Object> values() {
        return Collections.unmodifiableMap(values);
    }
}
