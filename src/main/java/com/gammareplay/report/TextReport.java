package com.gammareplay.report;

import com.gammareplay.model.Cents;
import com.gammareplay.model.Index;
import com.gammareplay.replay.ReplayResult;
import com.gammareplay.statistics.Figure;
import com.gammareplay.statistics.Intervals;
import com.gammareplay.statistics.ResultNumber;
import com.gammareplay.statistics.Unit;
import com.gammareplay.trading.Trade;
import java.util.Formatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
        intervals();
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
        var line = "sessions traded";
        var values =
                shown(ResultNumber.TRADED_SESSIONS) + " of " + result.sessions().size();
        for (var number : ResultNumber.values()) {
            if (number.text().contains("%s")) {
                values += number.text().formatted(shown(number));
            } else if (!number.text().isEmpty()) {
                value(line, values);
                line = number.text();
                values = shown(number);
            }
        }
        value(line, values);
    }

    private String shown(ResultNumber number) {
        return result.summary().get(number) instanceof Figure.Value(var value)
                ? number.unit().text(value)
                : "-";
    }

    private void intervals() {
        var intervals = Intervals.of(result.ledger());
        if (intervals.byNumber().isEmpty()) {
            return;
        }
        text.format("95 %% intervals%n");
        for (var number : Intervals.NUMBERS) {
            var found = intervals.byNumber().get(number);
            value("  " + number.text(), found == null ? "-" : shown(number.unit(), found));
        }
    }

    private static String shown(Unit unit, Intervals.Interval interval) {
        var high = interval.high();
        return unit.text(interval.low()) + (high == null ? " or more" : " to " + unit.text(high));
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

    private void value(String name, Object value) {
        text.format("%-28s %s%n", name, value);
    }
}
