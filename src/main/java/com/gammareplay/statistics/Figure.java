package com.gammareplay.statistics;

import com.gammareplay.model.Cents;

/** What a number is for one run: a value in its unit, or the reason why there is none. */
public sealed interface Figure {

    record Value(double value) implements Figure {}

    record Missing(String reason) implements Figure {}

    static Figure of(double value) {
        return new Value(value);
    }

    static Figure ofCount(long count) {
        return new Value((double) count);
    }

    /** Dollars. */
    static Figure ofCents(long cents) {
        return new Value(Cents.toDollars(cents));
    }

    static Figure missing(String reason) {
        return new Missing(reason);
    }

    /** Missing where the whole is 0. */
    static Figure ratio(double part, double whole, String reason) {
        return whole == 0 ? new Missing(reason) : new Value(part / whole);
    }
}
