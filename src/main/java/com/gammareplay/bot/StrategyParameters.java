package com.gammareplay.bot;

import com.gammareplay.model.GexSource;
import com.gammareplay.model.Index;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters of a run as the rules read them: typed, money in cents, one record a group. */
public record StrategyParameters(Schedule schedule, Data data, Setup setup, Risk risk, Fills fills, Exits exits) {

    /** When the bot looks at the market. Seconds for {@code step}. */
    public record Schedule(
            List<LocalTime> entryTimes,
            LocalTime entryFrom,
            LocalTime entryUntil,
            int step,
            boolean tradeEarlyClose,
            Set<LocalDate> excludedDates) {}

    /** What of the data counts. Ages and periods in seconds. */
    public record Data(
            GexSource gexSource, int maxQuoteAge, int contextMaxAge, int snapshotBefore, int snapshotWindow) {}

    /** What is traded. Credits in cents per share, distances in points. */
    public record Setup(
            double vixFloor,
            double vixCeiling,
            boolean brokenWing,
            boolean otmFallback,
            long otmMinCredit,
            double minShortDistanceSpx,
            double minShortDistanceNdx,
            long minCredit,
            boolean momentumFilter) {

        /** Least distance of a short strike from the price, in points. */
        public double minShortDistance(Index index) {
            return switch (index) {
                case SPX -> minShortDistanceSpx;
                case NDX -> minShortDistanceNdx;
            };
        }
    }

    /** How much is traded. Limits in cents of dollars, {@code riskPerContract} in dollars. */
    public record Risk(
            long dailyLossLimit,
            int maxOpenPositions,
            Sizing sizing,
            int contracts,
            int maxContracts,
            double riskPerContract,
            long minBalance,
            int kellyWindow,
            int kellyMinTrades) {}

    /** What a trade costs. Slippage in cents per share and leg, commission in dollars per leg and contract. */
    public record Fills(FillModel model, double fraction, int slippage, double commissionPerContract) {}

    /** When a position is closed: ratios of the credit, periods in seconds (bot rules, section 8). */
    public record Exits(
            ProfitTarget profitTarget,
            @Nullable Double profitTargetHigh,
            @Nullable Double profitTargetMedium,
            double trailingArm,
            double trailingDistance,
            double holdProfit,
            double holdMaxVix,
            int holdMinRemaining,
            double holdMinDistance,
            int hardCloseBefore,
            int autoCloseBefore,
            StopBasis stopBasis,
            double stopLoss,
            int stopLossAfter,
            double emergencyStop,
            int emergencyAfter,
            double settledWidth,
            double settledChange,
            double settledStop) {

        /** The profit target of a confidence after a number of hours, as a fraction of the credit. */
        public double target(Confidence confidence, double hours) {
            var constant = switch (confidence) {
                case HIGH -> profitTargetHigh;
                case MEDIUM -> profitTargetMedium;
            };
            return constant != null ? constant : profitTarget.at(hours);
        }
    }
}
