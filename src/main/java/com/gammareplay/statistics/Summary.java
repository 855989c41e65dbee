package com.gammareplay.statistics;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The headline numbers of a run (replay rules, section 8). Money in cents of dollars unless it is a mean; a number that
 * cannot be computed is null, and {@code reasons} says why by its name.
 *
 * @param winRate wins per trade, 0 to 1
 * @param grossLoss sum of the losses, 0 or more
 * @param averageWin dollars
 * @param averageLoss dollars, below 0
 * @param largestLoss below 0
 * @param profitFactor gross profit per gross loss
 * @param expectancy mean P&L of a trade, in dollars
 * @param returnPercent total P&L in percent of the starting balance
 * @param maxDrawdown largest fall of the realised balance from its highest point before
 * @param maxDrawdownPercent that fall in percent of that point
 * @param sharpe of the daily returns, a year having 252 sessions
 * @param sortino of the daily returns, a year having 252 sessions
 */
public record Summary(
        int trades,
        int wins,
        int losses,
        int breakeven,
        @Nullable Double winRate,
        long totalPnl,
        long grossProfit,
        long grossLoss,
        @Nullable Double averageWin,
        @Nullable Double averageLoss,
        @Nullable Long largestWin,
        @Nullable Long largestLoss,
        @Nullable Double profitFactor,
        @Nullable Double expectancy,
        long startingBalance,
        long endingBalance,
        double returnPercent,
        long maxDrawdown,
        double maxDrawdownPercent,
        @Nullable Double sharpe,
        @Nullable Double sortino,
        int tradedSessions,
        Map<String, String> reasons) {}
