package com.gammareplay.bot;

/** Why a position was closed, in the order in which the rules are asked (bot rules, section 8). */
public enum ExitReason {
    SETTLEMENT,
    HARD_CLOSE,
    AUTO_CLOSE,
    PROFIT_TARGET,
    TRAILING_STOP,
    EMERGENCY_STOP,
    STOP_LOSS
}
