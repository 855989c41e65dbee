package com.gammareplay.bot;

/** What must be met to close a position, in the names that an exit is explained with (bot rules, section 8). */
public enum ExitCondition {
    SETTLEMENT(ExitReason.SETTLEMENT, "remaining = 0"),
    HARD_CLOSE(ExitReason.HARD_CLOSE, "remaining <= hardCloseBefore and not hold"),
    AUTO_CLOSE(ExitReason.AUTO_CLOSE, "remaining <= autoCloseBefore and not hold"),
    PROFIT_TARGET(ExitReason.PROFIT_TARGET, "p >= target and not hold"),
    TRAILING_STOP(ExitReason.TRAILING_STOP, "p <= trailingLevel and trailing"),
    EMERGENCY_AGED(ExitReason.EMERGENCY_STOP, "pStop <= emergencyStop and age >= emergencyAfter"),
    EMERGENCY_TIGHT(ExitReason.EMERGENCY_STOP, "pStop <= emergencyStop and quoteWidth < settledWidth"),
    EMERGENCY_STEADY(ExitReason.EMERGENCY_STOP, "pStop <= emergencyStop and midChange < settledChange"),
    EMERGENCY_DEEP(ExitReason.EMERGENCY_STOP, "pStop <= emergencyStop and pStop <= settledStop"),
    STOP_LOSS(ExitReason.STOP_LOSS, "pStop <= stopLoss and age >= stopLossAfter");

    private final ExitReason reason;
    private final String text;

    ExitCondition(ExitReason reason, String text) {
        this.reason = reason;
        this.text = text;
    }

    public ExitReason reason() {
        return reason;
    }

    String text() {
        return text;
    }
}
