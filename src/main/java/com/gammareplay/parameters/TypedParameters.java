package com.gammareplay.parameters;

import com.gammareplay.bot.StrategyParameters;
import com.gammareplay.bot.StrategyParameters.Data;
import com.gammareplay.bot.StrategyParameters.Exits;
import com.gammareplay.bot.StrategyParameters.Fills;
import com.gammareplay.bot.StrategyParameters.Risk;
import com.gammareplay.bot.StrategyParameters.Schedule;
import com.gammareplay.bot.StrategyParameters.Setup;
import com.gammareplay.model.Cents;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes of the values of a request what the rules read. */
public final class TypedParameters {

    private TypedParameters() {}

    /** The typed form of some values. */
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
