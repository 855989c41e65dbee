package com.gammareplay.model;

/** What an option gives its holder. */
public enum Right {
    CALL,
    PUT;

    /** Cash value at settlement in cents per share, 0 or more; both arguments in cents per share. */
    public long intrinsic(long settlement, long strike) {
        return switch (this) {
            case CALL -> Math.max(0, settlement - strike);
            case PUT -> Math.max(0, strike - settlement);
        };
    }
}
