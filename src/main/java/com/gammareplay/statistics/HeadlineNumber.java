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
    TRADES("trades"),
    WINS("wins"),
    LOSSES("losses"),
    WIN_RATE("winRate"),
    TOTAL_PNL("totalPnl"),
    PROFIT_FACTOR("profitFactor"),
    EXPECTANCY("expectancy"),
    ENDING_BALANCE("endingBalance"),
    RETURN_PERCENT("returnPercent"),
    MAX_DRAWDOWN("maxDrawdown"),
    MAX_DRAWDOWN_PERCENT("maxDrawdownPercent"),
    SHARPE("sharpe"),
    SORTINO("sortino"),
    TRADED_SESSIONS("tradedSessions");

    private final String label;

    HeadlineNumber(String label) {
        this.label = label;
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
        return dollars == null
                ? null
                : (Double) BigDecimal.valueOf(dollars)
                        .setScale(2, RoundingMode.HALF_EVEN)
                        .doubleValue();
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
