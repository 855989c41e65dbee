package com.gammareplay.bot;

import com.gammareplay.model.Cents;
import com.gammareplay.model.GexSource;
import com.gammareplay.model.Index;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
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

    /** The typed form of a set of values. */
    public static StrategyParameters of(ParameterValues values) {
        return new StrategyParameters(
                schedule(values), data(values), setup(values), risk(values), fills(values), exits(values));
    }

    private static Schedule schedule(ParameterValues values) {
        return new Schedule(
                values.get(Parameters.ENTRY_TIMES),
                values.get(Parameters.ENTRY_FROM),
                values.get(Parameters.ENTRY_UNTIL),
                values.get(Parameters.STEP),
                values.get(Parameters.TRADE_EARLY_CLOSE),
                Set.copyOf(values.get(Parameters.EXCLUDED_DATES)));
    }

    private static Data data(ParameterValues values) {
        return new Data(
                values.get(Parameters.GEX_SOURCE),
                values.get(Parameters.MAX_QUOTE_AGE),
                values.get(Parameters.CONTEXT_MAX_AGE),
                values.get(Parameters.SNAPSHOT_BEFORE),
                values.get(Parameters.SNAPSHOT_WINDOW));
    }

    private static Setup setup(ParameterValues values) {
        return new Setup(
                values.get(Parameters.VIX_FLOOR),
                values.get(Parameters.VIX_CEILING),
                values.get(Parameters.BROKEN_WING),
                values.get(Parameters.OTM_FALLBACK),
                Cents.of(values.get(Parameters.OTM_MIN_CREDIT)),
                required(values, Parameters.MIN_SHORT_DISTANCE_SPX),
                required(values, Parameters.MIN_SHORT_DISTANCE_NDX),
                Cents.of(values.get(Parameters.MIN_CREDIT)),
                values.get(Parameters.MOMENTUM_FILTER));
    }

    /** The distance of an index, which is filled in with every set of values. */
    private static double required(ParameterValues values, Parameter<@Nullable Double> parameter) {
        return Objects.requireNonNull(values.get(parameter), parameter.name());
    }

    private static Risk risk(ParameterValues values) {
        return new Risk(
                Cents.of(values.get(Parameters.DAILY_LOSS_LIMIT)),
                values.get(Parameters.MAX_OPEN_POSITIONS),
                values.get(Parameters.SIZING),
                values.get(Parameters.CONTRACTS),
                values.get(Parameters.MAX_CONTRACTS),
                values.get(Parameters.RISK_PER_CONTRACT),
                Cents.of(values.get(Parameters.MIN_BALANCE)),
                values.get(Parameters.KELLY_WINDOW),
                values.get(Parameters.KELLY_MIN_TRADES));
    }

    private static Fills fills(ParameterValues values) {
        return new Fills(
                values.get(Parameters.FILL_MODEL),
                values.get(Parameters.FILL_FRACTION),
                values.get(Parameters.SLIPPAGE),
                values.get(Parameters.COMMISSION_PER_CONTRACT));
    }

    private static Exits exits(ParameterValues values) {
        return new Exits(
                values.get(Parameters.PROFIT_TARGET),
                values.get(Parameters.PROFIT_TARGET_HIGH),
                values.get(Parameters.PROFIT_TARGET_MEDIUM),
                values.get(Parameters.TRAILING_ARM),
                values.get(Parameters.TRAILING_DISTANCE),
                values.get(Parameters.HOLD_PROFIT),
                values.get(Parameters.HOLD_MAX_VIX),
                values.get(Parameters.HOLD_MIN_REMAINING),
                values.get(Parameters.HOLD_MIN_DISTANCE),
                values.get(Parameters.HARD_CLOSE_BEFORE),
                values.get(Parameters.AUTO_CLOSE_BEFORE),
                values.get(Parameters.STOP_BASIS),
                values.get(Parameters.STOP_LOSS),
                values.get(Parameters.STOP_LOSS_AFTER),
                values.get(Parameters.EMERGENCY_STOP),
                values.get(Parameters.EMERGENCY_AFTER),
                values.get(Parameters.SETTLED_WIDTH),
                values.get(Parameters.SETTLED_CHANGE),
                values.get(Parameters.SETTLED_STOP));
    }
}
