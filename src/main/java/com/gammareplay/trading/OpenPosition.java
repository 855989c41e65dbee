package com.gammareplay.trading;

import com.gammareplay.bot.TradePlan;
import com.gammareplay.model.Index;
import org.jspecify.annotations.Nullable;

/**
 * An open position after a tick. Profits are fractions of the credit, as the exit rules compare them.
 *
 * @param number of the trade
 * @param entryTime epoch second
 * @param credit cents per share
 * @param contracts at least 1
 * @param lastQuotes epoch second of the last tick with usable quotes for all legs; what follows is as of it
 * @param mid what closing would cost at mid, in cents per share
 * @param pnl at mid after the fees of the entry, in cents of dollars
 * @param p profit at mid
 * @param bestP best one so far
 * @param target at which profit is taken
 * @param trailingLevel to which profit may fall, null while the trailing stop is not armed
 * @param stopLoss at which a loss is cut
 * @param emergencyStop at which a loss is cut early
 * @param hold whether it is held to settlement
 */
public record OpenPosition(
        int number,
        Index index,
        TradePlan plan,
        long entryTime,
        long credit,
        int contracts,
        long lastQuotes,
        double mid,
        double pnl,
        double p,
        double bestP,
        double target,
        @Nullable Double trailingLevel,
        double stopLoss,
        double emergencyStop,
        boolean hold) {}
