package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.columns.QuoteColumns;
import com.gammareplay.marketdata.columns.QuoteColumnsBuilder;
import com.gammareplay.marketdata.columns.TooManyQuotesException;
import com.gammareplay.model.Cents;
import com.gammareplay.model.Index;
import com.gammareplay.model.Right;
import org.jspecify.annotations.Nullable;

/** Takes the leg prices of one index in a session, judges each quote, and counts what cannot be used. */
final class LegPriceRows {

    /** Stands for a null among prices. */
    static final double NULL = Double.NEGATIVE_INFINITY;

    private static final int UNUSABLE = 0;
    /** Twenty times a dense recording's. */
    private static final int MOST_ROWS = 1 << 22;

    private final Index index;
    private final SessionSpan span;
    private final CoverageCounter counter;
    private final QuoteColumnsBuilder builder = new QuoteColumnsBuilder();

    LegPriceRows(Index index, SessionSpan span, CoverageCounter counter) {
        this.index = index;
        this.span = span;
        this.counter = counter;
    }

    /** Counts a row of the index, whatever is in it. */
    void count() {
        counter.row();
    }

    /**
     * Takes a row that was counted; numbers are finite, {@link #NULL}, or NaN for anything else.
     *
     * @param right null if the row names none
     */
    void add(long instant, long id, @Nullable Right right, double strike, double bid, double ask)
            throws ContentProblem {
        if (span.isOutsideHours(instant)) {
            counter.outsideHours();
        }
        if (right == null || !Cells.isStrike(strike)) {
            counter.badContract();
            return;
        }
        var bidCents = bid == NULL ? 0 : price(bid);
        var askCents = usableAsk(bidCents, ask);
        builder.add(id, instant, right, (int) Math.rint(strike * 100), Math.max(bidCents, 0), askCents);
        if (builder.size() > MOST_ROWS) {
            throw new ContentProblem("table options_prices_live has more than " + MOST_ROWS + " rows of " + index
                    + " on " + span.session().date());
        }
    }

    /** The ask in cents, {@link #UNUSABLE} if the quote cannot be traded on. */
    private int usableAsk(int bid, double ask) {
        if (ask == NULL) {
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

    /** A price in cents, below 0 if it is none. */
    private static int price(double dollars) {
        return Cents.isPrice(dollars) ? (int) Math.rint(dollars * 100) : -1;
    }

    /** The rows laid out. */
    QuoteColumns columns() throws ContentProblem {
        try {
            return builder.build();
        } catch (TooManyQuotesException e) {
            throw new ContentProblem("table options_prices_live has too many strikes at too many instants of " + index
                    + " on " + span.session().date() + ": " + e.quotes() + " quotes, at most "
                    + QuoteColumnsBuilder.MOST_CELLS + " can be replayed");
        }
    }

    /** Rows that could be taken. */
    int size() {
        return builder.size();
    }

    /** Rows that a later one of the same second replaced; known once they are laid out. */
    long duplicates() {
        return builder.duplicates();
    }
}
