package com.gammareplay.report;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The numbers of a run by which lists compare it with others. */
record HeadlineJson(
        int trades,
        int wins,
        int losses,
        @Nullable Double winRate,
        BigDecimal totalPnl,
        @Nullable Double profitFactor,
        @Nullable BigDecimal expectancy,
        BigDecimal endingBalance,
        double returnPercent,
        BigDecimal maxDrawdown,
        double maxDrawdownPercent,
        @Nullable Double sharpe,
        @Nullable Double sortino,
        int tradedSessions) {

    static HeadlineJson of(SummaryJson summary) {
        return new HeadlineJson(
                summary.trades(),
                summary.wins(),
                summary.losses(),
                summary.winRate(),
                summary.totalPnl(),
                summary.profitFactor(),
                summary.expectancy(),
                summary.endingBalance(),
                summary.returnPercent(),
                summary.maxDrawdown(),
                summary.maxDrawdownPercent(),
                summary.sharpe(),
                summary.sortino(),
                summary.tradedSessions());
    }
}
