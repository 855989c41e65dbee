package com.gammareplay.statistics;

import com.gammareplay.model.Cents;
import com.gammareplay.trading.Trade;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Function;

/** By what a run's trades are divided into groups (replay rules, section 8). Each trade is in one group of each. */
public enum Dimension {
    INDEX("index", trade -> of(trade.index())),
    STRATEGY("strategy", trade -> of(trade.entry().plan().strategy())),
    CONFIDENCE("confidence", trade -> of(trade.entry().plan().confidence())),
    EXIT_REASON("exitReason", trade -> of(trade.exit().reason())),
    CHECK_TIME("checkTime", trade -> of(trade.entry().check().time())),
    WEEKDAY("weekday", trade -> of(DayOfWeek.from(trade.session()))),
    SESSION("session", trade -> of(trade.session())),
    /** The VIX at entry, at the bot's own limits. */
    VIX("vix", trade -> range(trade.entry().vix(), 12, 13, 15, 17, 20, 25)),
    /** From the index to the pin at entry, in percent of the index. */
    PIN_DISTANCE("pinDistance", trade -> range(pinDistance(trade.entry()), 0.1, 0.25, 0.5, 1)),
    /** Minutes from entry to exit. */
    HOLDING("holding", trade -> range(trade.holding() / 60.0, 5, 15, 60, 120, 240)),
    /** Seconds of the oldest quote that the entry was filled on. */
    QUOTE_AGE("quoteAge", trade -> range(quoteAge(trade), 15, 30, 60, 90));

    /** A group, by the place among the groups of its dimension. */
    record Key(long place, String name) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return Long.compare(place, other.place);
        }
    }

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // a function that keeps nothing
    private final Function<Trade, Key> key;

    Dimension(String label, Function<Trade, Key> key) {
        this.label = label;
        this.key = key;
    }

    /** The name that users know it by. */
    public String label() {
        return label;
    }

    Key key(Trade trade) {
        return key.apply(trade);
    }

    private static Key of(Enum<?> value) {
        return new Key(value.ordinal(), value.name());
    }

    private static Key of(LocalTime time) {
        return new Key(time.toSecondOfDay(), time.toString());
    }

    private static Key of(LocalDate date) {
        return new Key(date.toEpochDay(), date.toString());
    }

    /** The one of some ranges in which a value lies: each begins with its lower edge and ends before its upper one. */
    private static Key range(double value, double... edges) {
        var place = 0;
        while (place < edges.length && value >= edges[place]) {
            place++;
        }
        if (place == 0) {
            return new Key(0, "under " + text(edges[0]));
        }
        var from = text(edges[place - 1]);
        return new Key(place, place == edges.length ? from + " and over" : from + " to " + text(edges[place]));
    }

    private static String text(double edge) {
        return edge == Math.rint(edge) ? Long.toString((long) edge) : Double.toString(edge);
    }

    private static double pinDistance(Trade.Entry entry) {
        var price = Cents.toDollars(entry.indexPrice());
        return Math.abs(entry.pin() - price) / price * 100;
    }

    private static long quoteAge(Trade trade) {
        return trade.legs().stream().mapToLong(leg -> leg.entry().age()).max().orElse(0);
    }
}
