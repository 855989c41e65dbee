package com.gammareplay.statistics;

import static com.gammareplay.statistics.Unit.COUNT;
import static com.gammareplay.statistics.Unit.DOLLARS;
import static com.gammareplay.statistics.Unit.PERCENT;
import static com.gammareplay.statistics.Unit.RATIO;
import static com.gammareplay.statistics.Unit.SECONDS;
import static com.gammareplay.statistics.Unit.SHARE;

import com.gammareplay.trading.Ledger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a result (replay rules, section 8), in the order in which it has them. What is written as JSON, CSV and
 * text, and what can be sorted by, follows from their entries.
 */
public enum ResultNumber {
    TRADES("trades", COUNT, Rank.HEADLINE, "trades", Calculation::trades),
    WINS("wins", COUNT, Rank.HEADLINE, "won / lost / even", Calculation::wins),
    LOSSES("losses", COUNT, Rank.HEADLINE, " / %s", Calculation::losses),
    BREAKEVEN("breakeven", COUNT, Rank.DETAIL, " / %s", Calculation::breakeven),
    WIN_RATE("winRate", SHARE, Rank.HEADLINE, "win rate", Calculation::winRate),
    TOTAL_PNL("totalPnl", DOLLARS, Rank.HEADLINE, "total P&L", Calculation::totalPnl),
    GROSS_PROFIT("grossProfit", DOLLARS, Rank.DETAIL, "", Calculation::grossProfit),
    GROSS_LOSS("grossLoss", DOLLARS, Rank.DETAIL, "", Calculation::grossLoss),
    AVERAGE_WIN("averageWin", DOLLARS, Rank.DETAIL, "average win / loss", Calculation::averageWin),
    AVERAGE_LOSS("averageLoss", DOLLARS, Rank.DETAIL, " / %s", Calculation::averageLoss),
    LARGEST_WIN("largestWin", DOLLARS, Rank.DETAIL, "largest win / loss", Calculation::largestWin),
    LARGEST_LOSS("largestLoss", DOLLARS, Rank.DETAIL, " / %s", Calculation::largestLoss),
    PROFIT_FACTOR("profitFactor", RATIO, Rank.HEADLINE, "profit factor", Calculation::profitFactor),
    EXPECTANCY("expectancy", DOLLARS, Rank.HEADLINE, "expectancy", Calculation::expectancy),
    LONGEST_WINNING_STREAK(
            "longestWinningStreak",
            COUNT,
            Rank.DETAIL,
            "",
            run -> run.sequence().winningStreak()),
    LONGEST_LOSING_STREAK(
            "longestLosingStreak", COUNT, Rank.DETAIL, "", run -> run.sequence().losingStreak()),
    AVERAGE_HOLDING("averageHolding", SECONDS, Rank.DETAIL, "held, average / median", Calculation::averageHolding),
    MEDIAN_HOLDING("medianHolding", SECONDS, Rank.DETAIL, " / %s", Calculation::medianHolding),
    EXPOSURE("exposure", SHARE, Rank.DETAIL, "", Calculation::exposure),
    PEAK_CAPITAL_AT_RISK("peakCapitalAtRisk", DOLLARS, Rank.DETAIL, "peak capital at risk", Calculation::peakAtRisk),
    STARTING_BALANCE("startingBalance", DOLLARS, Rank.DETAIL, "balance", Calculation::startingBalance),
    ENDING_BALANCE("endingBalance", DOLLARS, Rank.HEADLINE, " to %s", Calculation::endingBalance),
    RETURN_PERCENT("returnPercent", PERCENT, Rank.HEADLINE, "return", Calculation::returnPercent),
    MAX_DRAWDOWN("maxDrawdown", DOLLARS, Rank.HEADLINE, "max drawdown", Calculation::maxDrawdown),
    MAX_DRAWDOWN_PERCENT("maxDrawdownPercent", PERCENT, Rank.HEADLINE, " (%s)", Calculation::maxDrawdownPercent),
    MARK_TO_MARKET_DRAWDOWN(
            "markToMarketDrawdown", DOLLARS, Rank.DETAIL, "  mark to market", Calculation::markToMarketDrawdown),
    MARK_TO_MARKET_DRAWDOWN_PERCENT(
            "markToMarketDrawdownPercent", PERCENT, Rank.DETAIL, " (%s)", Calculation::markToMarketDrawdownPercent),
    SHARPE("sharpe", RATIO, Rank.HEADLINE, "Sharpe / Sortino", Calculation::sharpe),
    SORTINO("sortino", RATIO, Rank.HEADLINE, " / %s", Calculation::sortino),
    CAGR("cagr", RATIO, Rank.DETAIL, "", run -> run.growth().cagr()),
    CALMAR("calmar", RATIO, Rank.DETAIL, "", run -> run.growth().calmar()),
    TRADED_SESSIONS("tradedSessions", COUNT, Rank.HEADLINE, "", Calculation::tradedSessions);

    private enum Rank {
        HEADLINE,
        DETAIL
    }

    /** The numbers by which runs are compared. */
    public static final List<ResultNumber> HEADLINE = Arrays.stream(values())
            .filter(number -> number.rank == Rank.HEADLINE)
            .toList();

    /** The names of the numbers by which runs are compared. */
    public static final List<String> HEADLINE_NAMES =
            HEADLINE.stream().map(ResultNumber::label).toList();

    private final String label;
    private final Unit unit;
    private final Rank rank;
    private final String text;

    @SuppressWarnings("ImmutableEnumChecker") // a function that keeps nothing
    private final Function<Calculation, Figure> figure;

    ResultNumber(String label, Unit unit, Rank rank, String text, Function<Calculation, Figure> figure) {
        this.label = label;
        this.unit = unit;
        this.rank = rank;
        this.text = text;
        this.figure = figure;
    }

    /** The name that users know it by. */
    public String label() {
        return label;
    }

    public Unit unit() {
        return unit;
    }

    /**
     * How a terminal shows it: a title begins a line, with {@code %s} in it the number goes on with the line of the one
     * before, and "" is not shown.
     */
    public String text() {
        return text;
    }

    /** What it is for a run. */
    public Figure of(Ledger run) {
        return of(new Calculation(run));
    }

    Figure of(Calculation run) {
        return figure.apply(run);
    }

    /** What it is for a run as users see it, null if it is missing. */
    public @Nullable Number shown(Figure of) {
        return of instanceof Figure.Value(var value) ? unit.shown(value) : null;
    }

    /** The headline number of a name. */
    public static Optional<ResultNumber> headline(String label) {
        return HEADLINE.stream().filter(number -> number.label.equals(label)).findFirst();
    }
}
