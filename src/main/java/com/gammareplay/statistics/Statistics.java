package com.gammareplay.statistics;

import com.gammareplay.trading.Ledger;
import com.gammareplay.trading.Trade;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Computes the summary of a run from its ledger. */
public final class Statistics {

    private static final String NO_TRADES = "no trades";

    private final Ledger ledger;
    private final List<Long> wins;
    private final List<Long> losses;
    private final Map<String, String> reasons = new LinkedHashMap<>();

    private Statistics(Ledger ledger) {
        this.ledger = ledger;
        this.wins =
                ledger.trades().stream().map(Trade::pnl).filter(pnl -> pnl > 0).toList();
        this.losses =
                ledger.trades().stream().map(Trade::pnl).filter(pnl -> pnl < 0).toList();
    }

    /** The summary of a run. */
    public static Summary of(Ledger ledger) {
        return new Statistics(ledger).summary();
    }

    private Summary summary() {
        var trades = ledger.trades().size();
        var grossProfit = sum(wins);
        var grossLoss = -sum(losses);
        var totalPnl = grossProfit - grossLoss;
        var drawdown = Drawdown.of(ledger);
        var returns = new DailyReturns(ledger);
        return new Summary(
                trades,
                wins.size(),
                losses.size(),
                trades - wins.size() - losses.size(),
                ratio("winRate", wins.size(), trades, NO_TRADES),
                totalPnl,
                grossProfit,
                grossLoss,
                mean("averageWin", grossProfit, wins.size(), noTrades("no winning trade")),
                mean("averageLoss", -grossLoss, losses.size(), noTrades("no losing trade")),
                extreme("largestWin", wins.stream().max(Long::compare).orElse(null), "no winning trade"),
                extreme("largestLoss", losses.stream().min(Long::compare).orElse(null), "no losing trade"),
                ratio("profitFactor", grossProfit / 100.0, grossLoss / 100.0, noTrades("no losing trade")),
                mean("expectancy", totalPnl, trades, NO_TRADES),
                ledger.startingBalance(),
                ledger.endingBalance(),
                totalPnl == 0 ? 0 : totalPnl * 100.0 / ledger.startingBalance(),
                drawdown.amount(),
                drawdown.percent(),
                number("sharpe", returns.sharpe(), obstacle(returns, "all daily returns are the same")),
                number("sortino", returns.sortino(), obstacle(returns, "no losing session")),
                ledger.days().size(),
                reasons);
    }

    private static long sum(List<Long> amounts) {
        return amounts.stream().mapToLong(Long::longValue).sum();
    }

    /** Dollars of cents; divided as cents, a mean between two of them is exact and can be rounded half to even. */
    private @Nullable Double mean(String name, long cents, int count, String reason) {
        return number(
                name, count == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) cents / count / 100), reason);
    }

    private @Nullable Double ratio(String name, double part, double whole, String reason) {
        return number(name, whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole), reason);
    }

    private @Nullable Double number(String name, OptionalDouble value, String reason) {
        if (value.isEmpty()) {
            reasons.put(name, reason);
            return null;
        }
        return value.getAsDouble();
    }

    private @Nullable Long extreme(String name, @Nullable Long amount, String reason) {
        if (amount == null) {
            reasons.put(name, noTrades(reason));
        }
        return amount;
    }

    private String noTrades(String otherwise) {
        return ledger.trades().isEmpty() ? NO_TRADES : otherwise;
    }

    private static String obstacle(DailyReturns returns, String otherwise) {
        return returns.obstacle().isEmpty() ? otherwise : returns.obstacle();
    }
}
