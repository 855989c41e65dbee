package com.gammareplay.statistics;

import com.gammareplay.model.Cents;
import com.gammareplay.trading.Trade;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** By what a run's trades are divided into groups (replay rules, section 8). Each trade is in one group of each. */
public enum Dimension {
    INDEX("index", Trade::index),
    STRATEGY("strategy", trade -> trade.entry().plan().strategy()),
    CONFIDENCE("confidence", trade -> trade.entry().plan().confidence()),
    EXIT_REASON("exitReason", trade -> trade.exit().reason()),
    CHECK_TIME("checkTime", trade -> trade.entry().check().time()),
    WEEKDAY("weekday", trade -> DayOfWeek.from(trade.session())),
    SESSION("session", Trade::session),
    /** The VIX at entry, at the bot's own limits. */
    VIX("vix", trade -> range(trade.entry().vix(), 12, 13, 15, 17, 20, 25)),
    /** From the index to the pin at entry, in percent of the index. */
    PIN_DISTANCE("pinDistance", trade -> range(pinDistance(trade.entry()), 0.1, 0.25, 0.5, 1)),
    /** Minutes from entry to exit. */
    HOLDING("holding", trade -> range(trade.holding() / 60.0, 5, 15, 60, 120, 240)),
    /** Seconds of the oldest quote that the entry was filled on. */
    QUOTE_AGE("quoteAge", trade -> range(quoteAge(trade), 15, 30, 60, 90));

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // a function that keeps nothing
    private final Function<List<Trade>, Map<String, List<Trade>>> groups;

    <K extends Comparable<? super K>> Dimension(String label, Function<Trade, K> key) {
        this.label = label;
        this.groups = trades -> groups(trades, key);
    }

    /** One of the ranges of values, in their order. */
    private record Range(int place, String name) implements Comparable<Range> {
        @Override
        public int compareTo(Range other) {
            return Integer.compare(place, other.place);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** The name that users know it by. */
    public String label() {
        return label;
    }

    /** The groups by name, in their order; none without trades. */
    Map<String, List<Trade>> groups(List<Trade> trades) {
        return groups.apply(trades);
    }

    private static <K extends Comparable<? super K>> Map<String, List<Trade>> groups(
            List<Trade> trades, Function<Trade, K> key) {
        var sorted = new TreeMap<K, List<Trade>>();
        trades.forEach(trade ->
                sorted.computeIfAbsent(key.apply(trade), _ -> new ArrayList<>()).add(trade));
        var named = new LinkedHashMap<String, List<Trade>>();
        sorted.forEach((group, some) -> named.put(group.toString(), some));
        return named;
    }

    /** The one of some ranges in which a value lies: each begins with its lower edge and ends before its upper one. */
    private static Range range(double value, double... edges) {
        var place = 0;
        while (place < edges.length && value >= edges[place]) {
            place++;
        }
        if (place == 0) {
            return new Range(0, "under " + text(edges[0]));
        }
        var from = text(edges[place - 1]);
        return new Range(place, place == edges.length ? from + " and over" : from + " to " + text(edges[place]));
    }

    private static String text(double edge) {
        return edge == Math.rint(edge) ? Long.toString((long) edge) : Double.toString(edge);
    }

    private static double pinDistance(Trade.Entry entry) {
        var price = Cents.toDollars(entry.indexPrice());
        return Math.abs(entry.pin() - price) / price * 100;
    }

    private static double quoteAge(Trade trade) {
        var oldest = 0L;
        for (var leg : trade.legs()) {
            oldest = Math.max(oldest, leg.entry().age());
        }
        return (double) oldest;
    }
}
