package com.gammareplay.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** What a number of a result is measured in. */
public enum Unit {
    COUNT,
    DOLLARS,
    /** A part of a whole, 0 to 1. */
    SHARE,
    RATIO,
    PERCENT,
    SECONDS;

    /** A value as users see it: money with two decimals, whole counts without. */
    public Number shown(double value) {
        return switch (this) {
            case DOLLARS -> BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
            // a mean of them need not be whole
            case COUNT, SECONDS -> value == Math.rint(value) ? (Number) (long) value : (Number) value;
            case SHARE, RATIO, PERCENT -> value;
        };
    }

    /** A value for reading, with no more decimals than that needs. */
    public String text(double value) {
        return switch (this) {
            case COUNT, DOLLARS -> shown(value).toString();
            case SHARE -> String.format(Locale.ROOT, "%.3f", value);
            case RATIO -> String.format(Locale.ROOT, "%.2f", value);
            case PERCENT -> String.format(Locale.ROOT, "%.2f %%", value);
            case SECONDS -> String.format(Locale.ROOT, "%.0f s", value);
        };
    }
}
