package com.gammareplay.marketdata;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where the market of a live session comes from. */
public enum LiveSource {
    /** A day of the demo, made up. */
    DEMO,
    /** The broker. */
    TRADIER;

    /** The source that requests call so. */
    public static Optional<LiveSource> find(String label) {
        return Arrays.stream(values())
                .filter(source -> source.label().equals(label))
                .findFirst();
    }

    /** What requests call it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
