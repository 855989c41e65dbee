package com.gammareplay.report;

import com.gammareplay.model.Cents;
import com.gammareplay.reconciliation.Backtest;
import com.gammareplay.reconciliation.ComparedTrade;
import com.gammareplay.reconciliation.Pair;
import com.gammareplay.reconciliation.Reconciliation;
import com.gammareplay.reconciliation.Reconciliation.Unmatched;
import java.time.Instant;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes trades made elsewhere beside those of a backtest, as JSON and as text for a terminal. */
public final class ReconciliationReport {

    private static final JsonMapper JSON = JsonReport.mapper();
    private static final String PAIR_LINE = "%5s %4s  %-10s %-5s %9s %9s %9s %10s  %s%n";

    private ReconciliationReport() {}

    /** One JSON object; the same reconciliation, the same bytes. */
    public static String json(Reconciliation reconciliation) {
        return JSON.writeValueAsString(ReconciliationJson.of(reconciliation));
    }

    /** The pairs with their differences, what has no partner, and the verdict. */
    public static String text(Reconciliation reconciliation) {
        var text = new Formatter(Locale.ROOT);
        pairs(reconciliation.matched(), text);
        unmatched("Only in the backtest", "trade", reconciliation.onlyInBacktest(), text);
        unmatched("Only in the CSV", "line", reconciliation.onlyInCsv(), text);
        for (var outside : reconciliation.outside()) {
            text.format("Not compared: line %s, %s%n", outside.trade().number(), outside.reason());
        }
        for (var row : reconciliation.badRows()) {
            text.format("Cannot be read: line %s, %s%n", row.line(), row.problem());
        }
        verdict(reconciliation, text);
        return text.toString();
    }

    private static void pairs(List<Pair> pairs, Formatter text) {
        if (pairs.isEmpty()) {
            return;
        }
        text.format("Backtest less CSV:%n");
        text.format(PAIR_LINE, "line", "no.", "session", "index", "entry (s)", "credit", "exit", "P&L", "exit reason");
        for (var pair : pairs) {
            var csv = pair.csv();
            var exit = pair.exitValue();
            text.format(
                    PAIR_LINE,
                    csv.number(),
                    pair.backtest().number(),
                    csv.session(),
                    csv.index(),
                    pair.entryTime(),
                    pair.credit(),
                    exit == null ? "-" : exit,
                    Cents.toDecimal(pair.pnl()),
                    reasons(pair));
        }
        text.format("%n");
    }

    private static String reasons(Pair pair) {
        var own = pair.backtest().exitReason();
        return (Boolean.FALSE.equals(pair.sameExitReason())
                        ? own + ", CSV " + pair.csv().exitReason()
                        : own)
                + (pair.sameStrikes() ? "" : "; other strikes");
    }

    private static void unmatched(String title, String what, List<Unmatched> trades, Formatter text) {
        if (trades.isEmpty()) {
            return;
        }
        text.format("%s:%n", title);
        for (var unmatched : trades) {
            var trade = unmatched.trade();
            text.format("%s %s: %s%n", what, trade.number(), trade(trade));
            text.format("  %s%n", decision(unmatched.decision()));
        }
        text.format("%n");
    }

    private static String trade(ComparedTrade trade) {
        var strikes = trade.strikes().points().stream().map(String::valueOf).collect(Collectors.joining("/"));
        return trade.index() + " " + Instant.ofEpochSecond(trade.entry()) + ", " + trade.contracts() + " x " + strikes
                + " at " + trade.credit() + ", P&L " + Cents.toDecimal(trade.pnl());
    }

    private static String decision(Backtest.@Nullable Decision decision) {
        if (decision == null) {
            return "the backtest has no check of this index in the session";
        }
        var json = JSON.readTree(decision.json());
        return "check " + json.path("checkTime").asString("") + ", decided " + Instant.ofEpochSecond(decision.instant())
                + ": " + outcome(decision, json);
    }

    private static String outcome(Backtest.Decision decision, JsonNode json) {
        return decision.tradeNumber() == null
                ? "SKIPPED, " + json.path("reason").asString("") + " " + json.path("values")
                : "ENTERED, trade " + decision.tradeNumber();
    }

    private static void verdict(Reconciliation reconciliation, Formatter text) {
        var verdict = reconciliation.verdict();
        text.format(
                "%s: P&L %s, %s in the CSV; %d trades, %d in the CSV; %d matched%n",
                verdict.agrees() ? "The backtest agrees" : "The backtest does not agree",
                Cents.toDecimal(verdict.backtest().pnl()),
                Cents.toDecimal(verdict.csv().pnl()),
                verdict.backtest().trades(),
                verdict.csv().trades(),
                reconciliation.matched().size());
        verdict.reasons().forEach(reason -> text.format("%s%n", reason));
    }
}
