package com.gammareplay.report;

import com.gammareplay.model.Cents;
import com.gammareplay.statistics.Summary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The summary of a run as users read it: money in dollars, rounded to the cent. */
record SummaryJson(
        int trades,
        int wins,
        int losses,
        int breakeven,
        @Nullable Double winRate,
        BigDecimal totalPnl,
        BigDecimal grossProfit,
        BigDecimal grossLoss,
        @Nullable BigDecimal averageWin,
        @Nullable BigDecimal averageLoss,
        @Nullable BigDecimal largestWin,
        @Nullable BigDecimal largestLoss,
        @Nullable Double profitFactor,
        @Nullable BigDecimal expectancy,
        BigDecimal startingBalance,
        BigDecimal endingBalance,
        double returnPercent,
        BigDecimal maxDrawdown,
        double maxDrawdownPercent,
        @Nullable Double sharpe,
        @Nullable Double sortino,
        int tradedSessions) {

    static SummaryJson of(Summary summary) {
        return new SummaryJson(
                summary.trades(),
                summary.wins(),
                summary.losses(),
                summary.breakeven(),
                summary.winRate(),
                Cents.toDecimal(summary.totalPnl()),
                Cents.toDecimal(summary.grossProfit()),
                Cents.toDecimal(summary.grossLoss()),
                mean(summary.averageWin()),
                mean(summary.averageLoss()),
                amount(summary.largestWin()),
                amount(summary.largestLoss()),
                summary.profitFactor(),
                mean(summary.expectancy()),
                Cents.toDecimal(summary.startingBalance()),
                Cents.toDecimal(summary.endingBalance()),
                summary.returnPercent(),
                Cents.toDecimal(summary.maxDrawdown()),
                summary.maxDrawdownPercent(),
                summary.sharpe(),
                summary.sortino(),
                summary.tradedSessions());
    }

    private static @Nullable BigDecimal amount(@Nullable Long cents) {
        return cents == null ? null : Cents.toDecimal((long) cents);
    }

    private static @Nullable BigDecimal mean(@Nullable Double dollars) {
        return dollars == null ? null : BigDecimal.valueOf(dollars).setScale(2, RoundingMode.HALF_EVEN);
    }
}
