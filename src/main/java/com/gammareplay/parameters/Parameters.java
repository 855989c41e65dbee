package com.gammareplay.parameters;

import static com.gammareplay.parameters.Parameter.Group.DATA;
import static com.gammareplay.parameters.Parameter.Group.EXITS;
import static com.gammareplay.parameters.Parameter.Group.FILLS;
import static com.gammareplay.parameters.Parameter.Group.RISK;
import static com.gammareplay.parameters.Parameter.Group.SCHEDULE;
import static com.gammareplay.parameters.Parameter.Group.SETUP;

import com.gammareplay.bot.FillModel;
import com.gammareplay.bot.ProfitTarget;
import com.gammareplay.bot.Sizing;
import com.gammareplay.bot.StopBasis;
import com.gammareplay.model.GexSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every parameter of the bot (bot rules, section 9), with the defaults of the preset {@code live}. */
public final class Parameters {

    private static final DecimalType RATIO = new DecimalType(-100, 100);
    private static final DecimalType MONEY = new DecimalType(-1e9, 1e9);
    private static final DecimalType VIX = new DecimalType(0, 1000);
    private static final WholeType SECONDS = new WholeType(0, 86_400);
    private static final WholeType COUNT = new WholeType(0, 1000);
    private static final FlagType FLAG = new FlagType();
    private static final TimeType TIME = new TimeType();

    public static final Parameter<List<LocalTime>> ENTRY_TIMES = new Parameter<>(
            "entryTimes",
            SCHEDULE,
            new TimesType(),
            "",
            List.of(
                    LocalTime.of(9, 36),
                    LocalTime.of(10, 0),
                    LocalTime.of(10, 30),
                    LocalTime.of(11, 0),
                    LocalTime.of(11, 30),
                    LocalTime.of(12, 0),
                    LocalTime.of(12, 30),
                    LocalTime.of(13, 0)),
            "Check times: at each the bot decides once per index whether to enter.");
    public static final Parameter<LocalTime> ENTRY_FROM = new Parameter<>(
            "entryFrom", SCHEDULE, TIME, "", LocalTime.of(10, 0), "First check time at which an entry is allowed.");
    public static final Parameter<LocalTime> ENTRY_UNTIL = new Parameter<>(
            "entryUntil", SCHEDULE, TIME, "", LocalTime.of(12, 0), "Check times from here on are not entered.");
    public static final Parameter<Integer> STEP = new Parameter<>(
            "step", SCHEDULE, new WholeType(1, 3600), "seconds", 30, "Time between two ticks of a session.");
    public static final Parameter<Boolean> TRADE_EARLY_CLOSE = new Parameter<>(
            "tradeEarlyClose", SCHEDULE, FLAG, "", false, "Whether sessions that close at 13:00 are traded.");
    public static final Parameter<List<LocalDate>> EXCLUDED_DATES = new Parameter<>(
            "excludedDates",
            SCHEDULE,
            new DatesType(),
            "",
            List.of(),
            "Sessions that are not traded, such as FOMC days.");

    public static final Parameter<GexSource> GEX_SOURCE = new Parameter<>(
            "gexSource",
            DATA,
            new ChoiceType<>(GexSource.class),
            "",
            GexSource.RECORDED,
            "Peaks as recorded, or recomputed from the recorded chain.");
    public static final Parameter<Integer> MAX_QUOTE_AGE =
            new Parameter<>("maxQuoteAge", DATA, SECONDS, "seconds", 90, "Oldest leg quote that counts.");
    public static final Parameter<Integer> CONTEXT_MAX_AGE =
            new Parameter<>("contextMaxAge", DATA, SECONDS, "seconds", 2100, "Oldest VIX that counts for exits.");
    public static final Parameter<Integer> SNAPSHOT_BEFORE = new Parameter<>(
            "snapshotBefore",
            DATA,
            SECONDS,
            "seconds",
            90,
            "How long before a check time its peak snapshot may have been taken.");
    public static final Parameter<Integer> SNAPSHOT_WINDOW = new Parameter<>(
            "snapshotWindow",
            DATA,
            SECONDS,
            "seconds",
            120,
            "How long after a check time its peak snapshot is waited for.");

    public static final Parameter<Double> VIX_FLOOR =
            new Parameter<>("vixFloor", SETUP, VIX, "", 13.0, "Least VIX for an entry.");
    public static final Parameter<Double> VIX_CEILING =
            new Parameter<>("vixCeiling", SETUP, VIX, "", 20.0, "VIX from which nothing is entered.");
    public static final Parameter<Boolean> BROKEN_WING = new Parameter<>(
            "brokenWing", SETUP, FLAG, "", false, "Whether iron condors skew their wings with the GEX polarity.");
    public static final Parameter<Boolean> OTM_FALLBACK = new Parameter<>(
            "otmFallback",
            SETUP,
            FLAG,
            "",
            false,
            "Whether a far out-of-the-money spread is tried when the price is too far from the pin.");
    public static final Parameter<Double> OTM_MIN_CREDIT =
            new Parameter<>("otmMinCredit", SETUP, MONEY, "dollars", 0.20, "Least natural credit of an OTM fallback.");
    public static final Parameter<@Nullable Double> MIN_SHORT_DISTANCE = new Parameter<>(
            "minShortDistance",
            SETUP,
            new UnsetType<>(RATIO),
            "points",
            null,
            "Least distance of a short strike from the price, both indices; unset: 5 for SPX, 10 for NDX.");
    public static final Parameter<@Nullable Double> MIN_SHORT_DISTANCE_SPX = new Parameter<>(
            "minShortDistance.SPX",
            SETUP,
            new UnsetType<>(RATIO),
            "points",
            null,
            "Least distance of a short strike from the price for SPX; wins over minShortDistance; unset: 5.");
    public static final Parameter<@Nullable Double> MIN_SHORT_DISTANCE_NDX = new Parameter<>(
            "minShortDistance.NDX",
            SETUP,
            new UnsetType<>(RATIO),
            "points",
            null,
            "Least distance of a short strike from the price for NDX; wins over minShortDistance; unset: 10.");
    public static final Parameter<Double> MIN_CREDIT =
            new Parameter<>("minCredit", SETUP, MONEY, "dollars", 1.30, "Least mid credit of a position.");
    public static final Parameter<Boolean> MOMENTUM_FILTER = new Parameter<>(
            "momentumFilter", SETUP, FLAG, "", true, "Whether fast moves of the index forbid an entry.");

    public static final Parameter<Double> DAILY_LOSS_LIMIT = new Parameter<>(
            "dailyLossLimit",
            RISK,
            MONEY,
            "dollars",
            -500.00,
            "No entry once the P&L closed in the session is at or below it.");
    public static final Parameter<Integer> MAX_OPEN_POSITIONS = new Parameter<>(
            "maxOpenPositions", RISK, COUNT, "positions", 3, "Most positions open at once, both indices together.");
    public static final Parameter<Sizing> SIZING = new Parameter<>(
            "sizing",
            RISK,
            new ChoiceType<>(Sizing.class),
            "",
            Sizing.FIXED,
            "How the contracts of a trade are chosen.");
    public static final Parameter<Integer> CONTRACTS =
            new Parameter<>("contracts", RISK, COUNT, "contracts", 1, "Contracts of a trade with FIXED sizing.");
    public static final Parameter<Integer> MAX_CONTRACTS = new Parameter<>(
            "maxContracts", RISK, COUNT, "contracts", 3, "Most contracts of a trade with HALF_KELLY sizing.");
    public static final Parameter<Double> RISK_PER_CONTRACT = new Parameter<>(
            "riskPerContract", RISK, MONEY, "dollars", 250.0, "Balance that HALF_KELLY puts at risk for one contract.");
    public static final Parameter<Double> MIN_BALANCE = new Parameter<>(
            "minBalance", RISK, MONEY, "dollars", 10_000.0, "Below this realised balance nothing is entered.");
    public static final Parameter<Integer> KELLY_WINDOW =
            new Parameter<>("kellyWindow", RISK, COUNT, "trades", 50, "Closed trades that HALF_KELLY looks back on.");
    public static final Parameter<Integer> KELLY_MIN_TRADES = new Parameter<>(
            "kellyMinTrades", RISK, COUNT, "trades", 10, "Closed trades below which HALF_KELLY trades one contract.");

    public static final Parameter<FillModel> FILL_MODEL = new Parameter<>(
            "fillModel",
            FILLS,
            new ChoiceType<>(FillModel.class),
            "",
            FillModel.NATURAL,
            "Price of a fill: the far side of every quote, the mid, or a fraction of the way.");
    public static final Parameter<Double> FILL_FRACTION = new Parameter<>(
            "fillFraction",
            FILLS,
            new DecimalType(0, 1),
            "",
            0.5,
            "Way from mid (0) to natural (1) of a FRACTION fill.");
    public static final Parameter<Integer> SLIPPAGE = new Parameter<>(
            "slippage", FILLS, new WholeType(0, 10_000), "cents", 0, "Cents a leg by which every fill is worsened.");
    public static final Parameter<Double> COMMISSION_PER_CONTRACT = new Parameter<>(
            "commissionPerContract", FILLS, MONEY, "dollars", 0.0, "Fee for each leg and contract, in and out.");

    public static final Parameter<ProfitTarget> PROFIT_TARGET = new Parameter<>(
            "profitTarget",
            EXITS,
            new TargetsType(),
            "",
            new ProfitTarget(List.of(
                    new ProfitTarget.Point(0, 0.50),
                    new ProfitTarget.Point(1, 0.55),
                    new ProfitTarget.Point(2, 0.60),
                    new ProfitTarget.Point(3, 0.70),
                    new ProfitTarget.Point(4, 0.80))),
            "Profit as a fraction of the credit at which a position is taken off, by hours since entry.");
    public static final Parameter<@Nullable Double> PROFIT_TARGET_HIGH = new Parameter<>(
            "profitTargetHigh",
            EXITS,
            new UnsetType<>(RATIO),
            "",
            null,
            "Constant target for HIGH confidence instead of profitTarget.");
    public static final Parameter<@Nullable Double> PROFIT_TARGET_MEDIUM = new Parameter<>(
            "profitTargetMedium",
            EXITS,
            new UnsetType<>(RATIO),
            "",
            null,
            "Constant target for MEDIUM confidence instead of profitTarget.");
    public static final Parameter<Double> TRAILING_ARM =
            new Parameter<>("trailingArm", EXITS, RATIO, "", 0.30, "Profit that arms the trailing stop for good.");
    public static final Parameter<Double> TRAILING_DISTANCE = new Parameter<>(
            "trailingDistance",
            EXITS,
            RATIO,
            "",
            0.10,
            "Fall from the best profit at which an armed position is closed.");
    public static final Parameter<Double> HOLD_PROFIT = new Parameter<>(
            "holdProfit", EXITS, RATIO, "", 0.80, "Profit from which a position may be held to settlement.");
    public static final Parameter<Double> HOLD_MAX_VIX =
            new Parameter<>("holdMaxVix", EXITS, VIX, "", 17.0, "VIX below which a position may be held.");
    public static final Parameter<Integer> HOLD_MIN_REMAINING = new Parameter<>(
            "holdMinRemaining", EXITS, SECONDS, "seconds", 3600, "Time to the close at which a hold may still start.");
    public static final Parameter<Double> HOLD_MIN_DISTANCE = new Parameter<>(
            "holdMinDistance",
            EXITS,
            RATIO,
            "points",
            8.0,
            "Least distance at entry of the short strike from the price for a hold, scaled for NDX.");
    public static final Parameter<Integer> HARD_CLOSE_BEFORE = new Parameter<>(
            "hardCloseBefore", EXITS, SECONDS, "seconds", 300, "Time before the close of the hard close.");
    public static final Parameter<Integer> AUTO_CLOSE_BEFORE = new Parameter<>(
            "autoCloseBefore", EXITS, SECONDS, "seconds", 1800, "Time before the close of the auto close.");
    public static final Parameter<StopBasis> STOP_BASIS = new Parameter<>(
            "stopBasis",
            EXITS,
            new ChoiceType<>(StopBasis.class),
            "",
            StopBasis.MID,
            "Whether stops look at the mid or at the worst price.");
    public static final Parameter<Double> STOP_LOSS =
            new Parameter<>("stopLoss", EXITS, RATIO, "", -0.15, "Loss as a fraction of the credit of the stop.");
    public static final Parameter<Integer> STOP_LOSS_AFTER =
            new Parameter<>("stopLossAfter", EXITS, SECONDS, "seconds", 540, "Age from which the stop works.");
    public static final Parameter<Double> EMERGENCY_STOP = new Parameter<>(
            "emergencyStop", EXITS, RATIO, "", -0.25, "Loss as a fraction of the credit of the emergency stop.");
    public static final Parameter<Integer> EMERGENCY_AFTER = new Parameter<>(
            "emergencyAfter",
            EXITS,
            SECONDS,
            "seconds",
            60,
            "Age from which the emergency stop works without settled quotes.");
    public static final Parameter<Double> SETTLED_WIDTH = new Parameter<>(
            "settledWidth", EXITS, RATIO, "", 0.15, "Width of worst to best below which quotes are settled.");
    public static final Parameter<Double> SETTLED_CHANGE = new Parameter<>(
            "settledChange", EXITS, RATIO, "cents", 5.0, "Change of the mid below which quotes are settled.");
    public static final Parameter<Double> SETTLED_STOP =
            new Parameter<>("settledStop", EXITS, RATIO, "", -0.35, "Loss from which quotes count as settled.");

    private static final List<Parameter<?>> ALL = List.of(
            ENTRY_TIMES,
            ENTRY_FROM,
            ENTRY_UNTIL,
            STEP,
            TRADE_EARLY_CLOSE,
            EXCLUDED_DATES,
            GEX_SOURCE,
            MAX_QUOTE_AGE,
            CONTEXT_MAX_AGE,
            SNAPSHOT_BEFORE,
            SNAPSHOT_WINDOW,
            VIX_FLOOR,
            VIX_CEILING,
            BROKEN_WING,
            OTM_FALLBACK,
            OTM_MIN_CREDIT,
            MIN_SHORT_DISTANCE,
            MIN_SHORT_DISTANCE_SPX,
            MIN_SHORT_DISTANCE_NDX,
            MIN_CREDIT,
            MOMENTUM_FILTER,
            DAILY_LOSS_LIMIT,
            MAX_OPEN_POSITIONS,
            SIZING,
            CONTRACTS,
            MAX_CONTRACTS,
            RISK_PER_CONTRACT,
            MIN_BALANCE,
            KELLY_WINDOW,
            KELLY_MIN_TRADES,
            FILL_MODEL,
            FILL_FRACTION,
            SLIPPAGE,
            COMMISSION_PER_CONTRACT,
            PROFIT_TARGET,
            PROFIT_TARGET_HIGH,
            PROFIT_TARGET_MEDIUM,
            TRAILING_ARM,
            TRAILING_DISTANCE,
            HOLD_PROFIT,
            HOLD_MAX_VIX,
            HOLD_MIN_REMAINING,
            HOLD_MIN_DISTANCE,
            HARD_CLOSE_BEFORE,
            AUTO_CLOSE_BEFORE,
            STOP_BASIS,
            STOP_LOSS,
            STOP_LOSS_AFTER,
            EMERGENCY_STOP,
            EMERGENCY_AFTER,
            SETTLED_WIDTH,
            SETTLED_CHANGE,
            SETTLED_STOP);

    private Parameters() {}

    /** Every parameter, in the order of the listing. */
    public static List<Parameter<?>> all() {
        return ALL;
    }

    /** The names of all. */
    public static List<String> names() {
        return ALL.stream().map(Parameter::name).toList();
    }

    /** The parameter of a name. */
    public static Optional<Parameter<?>> find(String name) {
        for (Parameter<?> parameter : ALL) {
            if (parameter.name().equals(name)) {
                return Optional.of(parameter);
            }
        }
        return Optional.empty();
    }
}
