package com.gammareplay.replay;

/** What can be wrong with a number, in the order in which warnings are listed; docs/trust.md explains each. */
public enum WarningCode {
    SYNTHETIC_DATA,
    TABLE_MISSING,
    STRAY_ROWS,
    ROWS_WITHOUT_DATE,
    UNREADABLE_ROWS,
    NO_DATA,
    NOTHING_TRADED,
    QUOTES_OUTSIDE_HOURS,
    NO_LEG_PRICES,
    LOW_COVERAGE,
    CHECKS_WITHOUT_SNAPSHOT,
    STRIKES_NOT_RECORDED,
    MOMENTUM_UNKNOWN,
    MOMENTUM_ON_SAME_QUOTES,
    SETTLEMENT_PRICE_OLD,
    PNL_ON_OLD_QUOTES,
    HELD_WITHOUT_QUOTES,
    PNL_FROM_ONE_SESSION,
    PNL_FROM_ONE_TRADE,
    FEW_TRADES,
    FEW_SESSIONS,
    NO_COSTS,
    FILLS_INSIDE_SPREAD,
    ALL_WINS,
    ONE_EXIT_REASON,
    NO_DRAWDOWN,
    HELD_ONE_TICK,
    BEGUN_ANEW
}
