package com.gammareplay.statistics;

import com.gammareplay.bot.FillModel;
import com.gammareplay.bot.StrategyParameters;
import com.gammareplay.trading.Revaluation;
import com.gammareplay.trading.Trade;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the same trades, entered and closed at the same ticks, bring at other fills: from mid, fraction 0, to natural,
 * fraction 1.
 *
 * @param fills by fraction
 * @param breakEvenFraction greatest fraction, in ten-thousandths, at which nothing is lost
 * @param breakEvenCommission greatest commission per leg and contract, in ten-thousandths of a dollar, at which nothing
 *     is lost with the run's own fills
 * @param reasons why one of them is null, by its name
 */
public record PnlBand(
        List<Fill> fills,
        @Nullable Double breakEvenFraction,
        @Nullable Double breakEvenCommission,
        Map<String, String> reasons) {

    private static final List<Double> FRACTIONS = List.of(0.0, 0.25, 0.5, 0.75, 1.0);
    private static final String NO_TRADES = "no trades";

    /** How finely break-even points are told: parts of a fraction, and of a dollar. */
    private static final double PARTS = 10_000;

    /** The least fees of a trade at one cent of commission are two cents, its rounding at most half a cent. */
    private static final double CENT = PARTS / 100;

    /**
     * The trades at one fraction.
     *
     * @param own whether it is that of the run
     * @param totalPnl in cents of dollars
     */
    public record Fill(double fraction, boolean own, long totalPnl, int wins, int losses) {}

    /** The band of a run's trades, which were filled by some parameters. */
    public static PnlBand of(List<Trade> trades, StrategyParameters.Fills own) {
        var reasons = new TreeMap<String, String>();
        var commission = commission(trades, own, reasons);
        var fraction = fraction(trades, own, reasons);
        var fractions = new TreeSet<>(FRACTIONS);
        fractions.add(fraction(own));
        var fills = fractions.stream()
                .map(some -> fill(trades, at(own, some), some == fraction(own)))
                .toList();
        return new PnlBand(fills, fraction, commission, reasons);
    }

    private static double fraction(StrategyParameters.Fills fills) {
        return switch (fills.model()) {
            case MID -> 0;
            case FRACTION -> fills.fraction();
            case NATURAL -> 1;
        };
    }

    private static StrategyParameters.Fills at(StrategyParameters.Fills own, double fraction) {
        return new StrategyParameters.Fills(FillModel.FRACTION, fraction, own.slippage(), own.commissionPerContract());
    }

    private static StrategyParameters.Fills charged(StrategyParameters.Fills own, double commission) {
        return new StrategyParameters.Fills(own.model(), own.fraction(), own.slippage(), commission);
    }

    private static Fill fill(List<Trade> trades, StrategyParameters.Fills fills, boolean isOwn) {
        var revaluation = new Revaluation(fills);
        var pnls = trades.stream().mapToLong(revaluation::pnl).toArray();
        var total = 0L;
        var wins = 0;
        var losses = 0;
        for (var pnl : pnls) {
            total += pnl;
            wins += pnl > 0 ? 1 : 0;
            losses += pnl < 0 ? 1 : 0;
        }
        return new Fill(fills.fraction(), isOwn, total, wins, losses);
    }

    private static @Nullable Double fraction(
            List<Trade> trades, StrategyParameters.Fills own, Map<String, String> reasons) {
        LongUnaryOperator total = parts -> total(trades, at(own, parts / PARTS));
        var reason = trades.isEmpty()
                ? NO_TRADES
                : total.applyAsLong(0) < 0
                        ? "a loss even at mid"
                        : total.applyAsLong((long) PARTS) >= 0 ? "no loss even at natural fills" : null;
        if (reason != null) {
            reasons.put("breakEvenFraction", reason);
            return null;
        }
        return greatest(total, (long) PARTS) / PARTS;
    }

    private static @Nullable Double commission(
            List<Trade> trades, StrategyParameters.Fills own, Map<String, String> reasons) {
        var free = total(trades, charged(own, 0));
        if (trades.isEmpty() || free < 0) {
            reasons.put("breakEvenCommission", trades.isEmpty() ? NO_TRADES : "a loss even without commission");
            return null;
        }
        var charges = trades.stream()
                .mapToLong(trade -> (long) trade.legs().size() * trade.contracts() * Revaluation.timesCharged(trade))
                .sum();
        var tooMuch = (long) (free / 100.0 / charges * PARTS + CENT);
        return greatest(parts -> total(trades, charged(own, parts / PARTS)), tooMuch) / PARTS;
    }

    private static long total(List<Trade> trades, StrategyParameters.Fills fills) {
        var revaluation = new Revaluation(fills);
        return trades.stream().mapToLong(revaluation::pnl).sum();
    }

    /** The greatest number below one of a loss that is none; what is summed never rises with the number. */
    private static long greatest(LongUnaryOperator total, long loss) {
        var good = 0L;
        var bad = loss;
        while (bad - good > 1) {
            var middle = (good + bad) / 2;
            if (total.applyAsLong(middle) >= 0) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return good;
    }
}
