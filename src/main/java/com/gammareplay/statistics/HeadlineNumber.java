package com.gammareplay.statistics;

import com.gammareplay.model.Cents;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The numbers by which runs are compared, as users see them: money in dollars, rounded to the cent. */
public enum HeadlineNumber {
    TRADES("trades", Kind.COUNT),
    WINS("wins", Kind.COUNT),
    LOSSES("losses", Kind.COUNT),
    WIN_RATE("winRate", Kind.RATIO),
    TOTAL_PNL("totalPnl", Kind.MONEY),
    PROFIT_FACTOR("profitFactor", Kind.RATIO),
    EXPECTANCY("expectancy", Kind.MONEY),
    ENDING_BALANCE("endingBalance", Kind.MONEY),
    RETURN_PERCENT("returnPercent", Kind.RATIO),
    MAX_DRAWDOWN("maxDrawdown", Kind.MONEY),
    MAX_DRAWDOWN_PERCENT("maxDrawdownPercent", Kind.RATIO),
    SHARPE("sharpe", Kind.RATIO),
    SORTINO("sortino", Kind.RATIO),
    TRADED_SESSIONS("tradedSessions", Kind.COUNT);

    private enum Kind {
        COUNT,
        MONEY,
        RATIO
    }

    private final String label;
    private final Kind kind;

    HeadlineNumber(String label, Kind kind) {
        this.label = label;
        this.kind = kind;
    }

    /** The name that users know it by. */
    public String label() {
        return label;
    }

    /** The number of a run, null if it cannot be computed. */
    public @Nullable Double of(Summary summary) {
        return switch (this) {
            case TRADES -> (double) summary.trades();
            case WINS -> (double) summary.wins();
            case LOSSES -> (double) summary.losses();
            case WIN_RATE -> summary.winRate();
            case TOTAL_PNL -> Cents.toDollars(summary.totalPnl());
            case PROFIT_FACTOR -> summary.profitFactor();
            case EXPECTANCY -> rounded(summary.expectancy());
            case ENDING_BALANCE -> Cents.toDollars(summary.endingBalance());
            case RETURN_PERCENT -> summary.returnPercent();
            case MAX_DRAWDOWN -> Cents.toDollars(summary.maxDrawdown());
            case MAX_DRAWDOWN_PERCENT -> summary.maxDrawdownPercent();
            case SHARPE -> summary.sharpe();
            case SORTINO -> summary.sortino();
            case TRADED_SESSIONS -> (double) summary.tradedSessions();
        };
    }

    private static @Nullable Double rounded(@Nullable Double dollars) {
        return dollars == null ? null : (Double) cents(dollars).doubleValue();
    }

    private static BigDecimal cents(double dollars) {
        return BigDecimal.valueOf(dollars).setScale(2, RoundingMode.HALF_EVEN);
    }

    /** A value of this number, or a mean of some, as users see it: money with two decimals, whole counts without. */
    public Number shown(double value) {
        if (kind == Kind.MONEY) {
            return cents(value);
        }
        if (kind == Kind.COUNT && value == Math.rint(value)) {
            return (long) value;
        }
        return value;
    }

    /** The names of all. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(HeadlineNumber::label).toList();
    }

    /** The number of a name. */
    public static Optional<HeadlineNumber> find(String label) {
        return Arrays.stream(values())
                .filter(number -> number.label.equals(label))
                .findFirst();
    }
}
