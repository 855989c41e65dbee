package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.columns.QuoteColumns;
import com.gammareplay.marketdata.columns.QuoteColumnsBuilder;
import com.gammareplay.model.Cents;
import com.gammareplay.model.Index;
import com.gammareplay.model.Right;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes a session's leg prices, judges each quote, and counts what cannot be used. */
final class LegPriceRows {

    private static final int UNUSABLE = 0;
    /** Twenty times a dense recording's. */
    private static final int MOST_ROWS = 1 << 22;

    private final SessionSpan span;
    private final Map<Index, CoverageCounter> counters;
    private final Map<Index, QuoteColumnsBuilder> builders = new EnumMap<>(Index.class);

    LegPriceRows(SessionSpan span, Map<Index, CoverageCounter> counters) {
        this.span = span;
        this.counters = counters;
        counters.keySet().forEach(index -> builders.put(index, new QuoteColumnsBuilder()));
    }

    /** True if rows of an index are wanted. */
    boolean wants(Index index) {
        return counters.containsKey(index);
    }

    /** Counts a row of a wanted index. */
    void count(Index index) {
        Objects.requireNonNull(counters.get(index)).row();
    }

    /**
     * Takes a row of a wanted index; numbers are as {@link RowCursor#number} gives them.
     *
     * @param right null if the row names none
     */
    void add(Index index, long instant, long id, @Nullable Right right, double strike, double bid, double ask)
            throws ContentProblem {
        var counter = Objects.requireNonNull(counters.get(index));
        if (span.isOutsideHours(instant)) {
            counter.outsideHours();
        }
        if (right == null || !Cells.isStrike(strike)) {
            counter.badContract();
            return;
        }
        var bidCents = bid == RowCursor.NULL ? 0 : price(bid);
        var askCents = usableAsk(bidCents, ask, counter);
        var builder = of(index);
        builder.add(id, instant, right, (int) Math.rint(strike * 100), Math.max(bidCents, 0), askCents);
        requireNotTooMany(index, builder);
    }

    /** The ask in cents, {@link #UNUSABLE} if the quote cannot be traded on. */
    private static int usableAsk(int bid, double ask, CoverageCounter counter) {
        if (ask == RowCursor.NULL) {
            counter.nullQuote();
            return UNUSABLE;
        }
        var cents = price(ask);
        if (bid < 0 || cents <= 0) {
            counter.badQuote();
            return UNUSABLE;
        }
        if (cents < bid) {
            counter.crossedQuote();
            return UNUSABLE;
        }
        return cents;
    }

    /** A price in cents, -1 if it is none. */
    private static int price(double dollars) {
        return dollars >= 0 && Cents.isPrice(dollars) ? (int) Math.rint(dollars * 100) : -1;
    }

    private void requireNotTooMany(Index index, QuoteColumnsBuilder builder) throws ContentProblem {
        if (builder.size() > MOST_ROWS) {
            throw new ContentProblem("table options_prices_live has more than " + MOST_ROWS + " rows of " + index
                    + " on " + span.session().date());
        }
    }

    /** The columns of an index. */
    QuoteColumns columns(Index index) throws ContentProblem {
        var builder = of(index);
        var cells = builder.cells();
        if (cells > QuoteColumnsBuilder.MOST_CELLS) {
            throw new ContentProblem("table options_prices_live has too many strikes at too many instants of " + index
                    + " on " + span.session().date() + ": " + cells + " quotes, at most "
                    + QuoteColumnsBuilder.MOST_CELLS + " can be replayed");
        }
        return builder.build();
    }

    /** The rows of an index, to be laid out. */
    QuoteColumnsBuilder of(Index index) {
        return Objects.requireNonNull(builders.get(index));
    }
}
