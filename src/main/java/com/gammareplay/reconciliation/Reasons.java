package com.gammareplay.reconciliation;

import com.gammareplay.model.Cents;
import com.gammareplay.reconciliation.Verdict.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in words why a verdict is what it is. */
final class Reasons {

    private final Side csv;
    private final Side backtest;
    private final Differences differences;
    private final List<String> list = new ArrayList<>();

    private record Part(String name, long cents) {}

    Reasons(Side csv, Side backtest, Differences differences) {
        this.csv = csv;
        this.backtest = backtest;
        this.differences = differences;
    }

    List<String> list() {
        return List.copyOf(list);
    }

    void nothingCompared() {
        list.add("No trade of the CSV can be held against the backtest.");
    }

    void pnlDiffers() {
        list.add("P&L differs by " + dollars(backtest.pnl() - csv.pnl())
                + percent(backtest.pnl() - csv.pnl(), csv.pnl()) + ", more than " + Verdict.MOST_PNL_PERCENT
                + " %: backtest " + dollars(backtest.pnl()) + ", CSV " + dollars(csv.pnl()) + ". It comes of "
                + parts() + largest() + ".");
    }

    private String parts() {
        return Stream.of(
                        new Part("trades only in the backtest", differences.onlyInBacktest()),
                        new Part("trades only in the CSV", differences.onlyInCsv()),
                        new Part("credits", differences.credits()),
                        new Part("contracts", differences.contracts()),
                        new Part("exits", differences.exits()),
                        new Part("fees", differences.fees()))
                .filter(part -> part.cents() != 0)
                .sorted((one, other) -> Long.compare(Math.abs(other.cents()), Math.abs(one.cents())))
                .map(part -> part.name() + " " + dollars(part.cents()))
                .collect(Collectors.joining(", "));
    }

    private String largest() {
        var largest = differences.largest();
        return largest == null ? "" : "; the largest single one is " + largest + ", " + dollars(largest.pnl());
    }

    void countDiffers() {
        list.add("The number of trades differs by " + (backtest.trades() - csv.trades())
                + percent(backtest.trades() - csv.trades(), csv.trades()) + ", more than "
                + Verdict.MOST_COUNT_PERCENT + " %: backtest " + backtest.trades() + ", CSV " + csv.trades() + ".");
    }

    void unmatched(int onlyInBacktest, int onlyInCsv) {
        if (onlyInBacktest + onlyInCsv > 0) {
            list.add("Without a partner: " + onlyInBacktest + " of the backtest, " + onlyInCsv
                    + " of the CSV; the decision beside each says why.");
        }
    }

    void notCounted(int badRows, int outside) {
        if (badRows > 0) {
            list.add(
                    "Rows that cannot be read: " + badRows + "; they do not count, so the comparison is not complete.");
        }
        if (outside > 0) {
            list.add("Trades that the backtest could not make, for their index or session is not in it: " + outside
                    + "; they do not count.");
        }
    }

    private static String dollars(long cents) {
        return Cents.toDecimal(cents).toPlainString();
    }

    private static String percent(long difference, long base) {
        var percent = Verdict.percent(difference, base);
        return percent == null ? "" : String.format(Locale.ROOT, " (%.2f %%)", percent);
    }
}
