package com.gammareplay.statistics;

import com.gammareplay.trading.Ledger;
import com.gammareplay.trading.Trade;
import java.util.EnumSet;
import java.util.List;

/**
 * A run's trades in groups.
 *
 * @param groups in the order of their dimension; none without trades
 */
public record Breakdown(Dimension by, List<Group> groups) {

    /** The numbers that follow from a set of trades alone, whatever came between them. */
    public static final List<ResultNumber> NUMBERS =
            List.copyOf(EnumSet.range(ResultNumber.TRADES, ResultNumber.EXPECTANCY));

    /** Some trades with what they have in common. */
    public record Group(String name, Summary summary) {}

    /** Divides the trades of a run. */
    public static Breakdown of(Ledger run, Dimension by) {
        return new Breakdown(
                by,
                by.groups(run.trades()).entrySet().stream()
                        .map(group -> group(run, group.getKey(), group.getValue()))
                        .toList());
    }

    private static Group group(Ledger run, String name, List<Trade> trades) {
        var alone = new Ledger(run.startingBalance(), trades, List.of(), List.of());
        return new Group(name, Summary.of(NUMBERS, new Calculation(alone)));
    }
}
