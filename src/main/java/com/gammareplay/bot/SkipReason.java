package com.gammareplay.bot;

import java.util.Optional;

/** Why a check did not lead to an entry, in the order in which the gates are asked (bot rules, section 5). */
public enum SkipReason {
    OUTSIDE_ENTRY_WINDOW,
    NO_GEX_SNAPSHOT,
    NO_INDEX_PRICE,
    NO_VIX,
    NO_PIN,
    VIX_FLOOR,
    VIX_CEILING,
    TOO_FAR_FROM_PIN,
    SHORT_TOO_CLOSE,
    NO_QUOTE,
    QUOTE_TOO_WIDE,
    CREDIT_BELOW_HOURLY_MIN,
    CREDIT_BELOW_MIN,
    MOMENTUM,
    DAILY_LOSS_LIMIT,
    POSITION_LIMIT,
    SIZE_ZERO,
    NO_FILL;

    /** This reason if a rule does not pass. */
    Optional<SkipReason> unless(boolean passes) {
        return passes ? Optional.empty() : Optional.of(this);
    }
}
