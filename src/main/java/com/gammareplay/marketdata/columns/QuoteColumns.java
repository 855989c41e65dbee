package com.gammareplay.marketdata.columns;

import com.gammareplay.model.ImpliedIndex;
import com.gammareplay.model.Right;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * The leg quotes of one index in one session, carried forward: at each book (an instant at which something was quoted) every
 * series holds its newest quote so far.
 *
 * <p>Series are numbered two a strike, rising: {@code 2 * strike} for the call, one more for the put. A cell is a series
 * at a book, number {@code series * books + book}: three ints side by side, since whoever wants one of them wants all:
 * the bid, the ask, and the book in which they were recorded, {@link #NO_BOOK} before the first one. Prices are cents; an
 * unusable quote has ask 0. Immutable.
 */
public final class QuoteColumns {

    static final int NO_BOOK = -1;
    /** Ints of a cell, and the places of all but the first of them. */
    static final int CELL = 3;

    static final int ASK = 1;
    static final int QUOTED_IN = 2;

    private final TimeColumn books;
    private final int[] strikes;
    private final IntBuffer cells;

    /**
     * Columns over what nobody else may change.
     *
     * @param books the instants, rising
     * @param strikes in cents, rising
     */
    QuoteColumns(TimeColumn books, int[] strikes, IntBuffer cells) {
        this.books = books;
        this.strikes = strikes;
        this.cells = cells;
    }

    static QuoteColumns read(ColumnReader reader) {
        var columns = new QuoteColumns(TimeColumn.read(reader), reader.ints(), reader.intsInPlace());
        var cells = 2L * columns.strikes.length * columns.books();
        if (columns.cells.limit() != CELL * cells) {
            throw new IllegalArgumentException("cells must be " + cells + " of " + CELL + " ints");
        }
        return columns;
    }

    void write(ColumnWriter writer) {
        books.write(writer);
        writer.add(strikes);
        writer.add(cells);
    }

    public int books() {
        return books.size();
    }

    /** The instant of a book, in epoch seconds. */
    public long time(int book) {
        return books.time(book);
    }

    /** The newest book at or before an instant, -1 without one. */
    public int bookAt(long instant) {
        return books.rowAt(instant);
    }

    /** The newest book at or before an instant, -1 without one, found from a book that is not newer. */
    int bookAt(long instant, int book) {
        var newest = book;
        while (newest + 1 < books.size() && books.time(newest + 1) <= instant) {
            newest++;
        }
        return newest;
    }

    /** The number of a contract's series, -1 if its strike was never quoted. */
    public int series(Right right, int strikeCents) {
        var place = Arrays.binarySearch(strikes, strikeCents);
        return place < 0 ? -1 : numbered(place, right);
    }

    /** The number of a strike's series: calls are even, puts odd. */
    static int numbered(int strike, Right right) {
        return 2 * strike + (right == Right.PUT ? 1 : 0);
    }

    /** The book in which the quote of a series as of a book was recorded, -1 without one. */
    int quotedIn(int series, int book) {
        return series < 0 || book < 0 ? NO_BOOK : cells.get(cell(series, book) + QUOTED_IN);
    }

    boolean isUsable(int series, int book, long instant, int maxAge) {
        var quoted = quotedIn(series, book);
        return quoted != NO_BOOK && instant - books.time(quoted) <= maxAge && ask(series, book) > 0;
    }

    int bid(int series, int book) {
        return cells.get(cell(series, book));
    }

    int ask(int series, int book) {
        return cells.get(cell(series, book) + ASK);
    }

    private int cell(int series, int book) {
        return CELL * (series * books.size() + book);
    }

    /** The level implied at the strike whose call and put are closest, the lower of two, as of a book. */
    Optional<ImpliedIndex> impliedIndex(int book, long instant, int maxAge) {
        if (book == NO_BOOK) {
            return Optional.empty();
        }
        var nearest = -1;
        var least = Double.POSITIVE_INFINITY;
        for (var strike = 0; strike < strikes.length; strike++) {
            if (hasBids(strike, book) && areUsable(strike, book, instant, maxAge)) {
                var distance = Math.abs(parity(strike, book));
                if (distance < least) {
                    least = distance;
                    nearest = strike;
                }
            }
        }
        return nearest < 0 ? Optional.empty() : Optional.of(new ImpliedIndex(strikes[nearest], parity(nearest, book)));
    }

    /** Asked first, for it is false at most strikes: their calls or puts are worthless. */
    private boolean hasBids(int strike, int book) {
        return bid(2 * strike, book) > 0 && bid(2 * strike + 1, book) > 0;
    }

    private boolean areUsable(int strike, int book, long instant, int maxAge) {
        return isUsable(2 * strike, book, instant, maxAge) && isUsable(2 * strike + 1, book, instant, maxAge);
    }

    private double parity(int strike, int book) {
        return mid(2 * strike, book) - mid(2 * strike + 1, book);
    }

    private double mid(int series, int book) {
        return ((long) bid(series, book) + ask(series, book)) / 2.0;
    }
}
