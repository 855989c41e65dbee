package com.gammareplay.report;

import com.gammareplay.model.Cents;
import com.gammareplay.model.Index;
import com.gammareplay.replay.ReplayResult;
import com.gammareplay.trading.Trade;
import java.math.BigDecimal;
import java.util.Formatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A result as text for a terminal. */
public final class TextReport {

    private static final String TRADE_LINE = "%4s  %-10s %-5s %-6s %-11s %8s %8s %3s %10s  %s%n";

    private final ReplayResult result;
    private final Formatter text = new Formatter(Locale.ROOT);

    private TextReport(ReplayResult result) {
        this.result = result;
    }

    /** The trades, the summary and the warnings of a result. */
    public static String of(ReplayResult result) {
        return new TextReport(result).write();
    }

    private String write() {
        title();
        trades();
        summary();
        skips();
        warnings();
        return text.toString();
    }

    /** A line each: what they rest on may be long. */
    private void warnings() {
        if (result.warnings().isEmpty()) {
            return;
        }
        text.format("%n");
        for (var warning : result.warnings()) {
            text.format("WARNING %s (%d): %s%n", warning.code(), warning.count(), warning.message());
        }
        text.format("docs/trust.md explains them; the result as JSON has what each rests on.%n");
    }

    private void title() {
        var request = result.request();
        var indices = request.indices().stream().map(Index::name).collect(Collectors.joining(", "));
        text.format(
                "%s %s, %s to %s, preset %s%n%n",
                request.dataset(),
                indices,
                request.from(),
                request.to(),
                request.preset().label());
    }

    private void trades() {
        if (result.ledger().trades().isEmpty()) {
            return;
        }
        text.format(
                TRADE_LINE,
                "no.",
                "session",
                "check",
                "index",
                "strategy",
                "credit",
                "exit",
                "qty",
                "P&L",
                "exit reason");
        for (var trade : result.ledger().tradesInOrderOfEntry()) {
            trade(trade);
        }
        text.format("%n");
    }

    private void trade(Trade trade) {
        text.format(
                TRADE_LINE,
                trade.number(),
                trade.session(),
                trade.entry().check().time(),
                trade.index(),
                trade.entry().plan().strategy(),
                Cents.toDecimal(trade.entry().credit()),
                Cents.toDecimal(trade.exit().value()),
                trade.contracts(),
                Cents.toDecimal(trade.pnl()),
                trade.exit().reason());
    }

    private void summary() {
        var summary = SummaryJson.of(result.summary());
        value(
                "sessions traded",
                summary.tradedSessions() + " of " + result.sessions().size());
        value("trades", summary.trades());
        value("won / lost / even", summary.wins() + " / " + summary.losses() + " / " + summary.breakeven());
        value("win rate", ratio(summary.winRate(), 3));
        value("total P&L", summary.totalPnl());
        value("average win / loss", or(summary.averageWin()) + " / " + or(summary.averageLoss()));
        value("largest win / loss", or(summary.largestWin()) + " / " + or(summary.largestLoss()));
        value("profit factor", ratio(summary.profitFactor(), 2));
        value("expectancy", or(summary.expectancy()));
        value("balance", summary.startingBalance() + " to " + summary.endingBalance());
        value("return", ratio(summary.returnPercent(), 2) + " %");
        value("max drawdown", summary.maxDrawdown() + " (" + ratio(summary.maxDrawdownPercent(), 2) + " %)");
        value("Sharpe / Sortino", ratio(summary.sharpe(), 2) + " / " + ratio(summary.sortino(), 2));
    }

    private void skips() {
        Map<String, Long> counts = result.ledger().decisions().stream()
                .filter(decision -> decision.reason() != null)
                .collect(Collectors.groupingBy(
                        decision -> String.valueOf(decision.reason()), TreeMap::new, Collectors.counting()));
        value("checks", result.ledger().decisions().size());
        value(
                "  not entered",
                counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", ")));
    }

    private static String or(@Nullable BigDecimal amount) {
        return amount == null ? "-" : amount.toPlainString();
    }

    private static String ratio(@Nullable Double value, int decimals) {
        return value == null ? "-" : String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    private void value(String name, Object value) {
        text.format("%-28s %s%n", name, value);
    }
}
