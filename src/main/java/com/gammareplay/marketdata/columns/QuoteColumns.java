package com.gammareplay.marketdata.columns;

import com.gammareplay.model.ImpliedIndex;
import com.gammareplay.model.Right;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * The leg quotes of one index in one session as columns, carried forward: at each book (an instant at which something was
 * quoted) every series holds its newest quote so far.
 *
 * <p>Series are numbered two a strike, rising: {@code 2 * strike} for the call, one more for the put. A cell is a series
 * at a book, at {@code series * books + book}. Prices are cents; an unusable quote has ask 0. Immutable.
 */
public final class QuoteColumns {

    private static final int NO_BOOK = -1;

    private final long[] times;
    private final int[] strikes;
    private final IntBuffer bids;
    private final IntBuffer asks;
    private final IntBuffer quotedIn;

    /**
     * Columns over what nobody else may change.
     *
     * @param times epoch second of each book, rising
     * @param strikes in cents, rising
     * @param quotedIn for each cell the book in which its quote was recorded, -1 before the first one
     */
    QuoteColumns(long[] times, int[] strikes, IntBuffer bids, IntBuffer asks, IntBuffer quotedIn) {
        this.times = times;
        this.strikes = strikes;
        this.bids = bids;
        this.asks = asks;
        this.quotedIn = quotedIn;
    }

    static QuoteColumns read(ColumnReader reader) {
        return new QuoteColumns(
                reader.longs(), reader.ints(), reader.intsInPlace(), reader.intsInPlace(), reader.intsInPlace());
    }

    void write(ColumnWriter writer) {
        writer.add(times);
        writer.add(strikes);
        writer.add(bids);
        writer.add(asks);
        writer.add(quotedIn);
    }

    public int books() {
        return times.length;
    }

    /** The instant of a book, in epoch seconds. */
    public long time(int book) {
        return times[book];
    }

    /** The newest book at or before an instant, -1 without one. */
    public int bookAt(long instant) {
        var place = Arrays.binarySearch(times, instant);
        return place >= 0 ? place : -place - 2;
    }

    /** The newest book at or before an instant, -1 without one, found from a book that is not newer. */
    int bookAt(long instant, int book) {
        var newest = book;
        while (newest + 1 < times.length && times[newest + 1] <= instant) {
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
        return series < 0 || book < 0 ? NO_BOOK : quotedIn.get(series * times.length + book);
    }

    boolean isUsable(int series, int book, long instant, int maxAge) {
        var quoted = quotedIn(series, book);
        return quoted != NO_BOOK && instant - times[quoted] <= maxAge && asks.get(series * times.length + book) > 0;
    }

    int bid(int series, int book) {
        return bids.get(series * times.length + book);
    }

    int ask(int series, int book) {
        return asks.get(series * times.length + book);
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
