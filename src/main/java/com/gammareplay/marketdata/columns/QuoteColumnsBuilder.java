package com.gammareplay.marketdata.columns;

import com.gammareplay.model.Right;
import java.nio.IntBuffer;
import java.util.Arrays;

/** Collects the leg quotes of one index in one session, in any order, and lays them out as columns. */
public final class QuoteColumnsBuilder {

    /** The most quotes that can be laid out: they take 200 MB, and a recording of every second has half of it. */
    public static final int MOST_CELLS = 1 << 24;

    private static final int FIRST_CAPACITY = 1 << 12;

    private long[] times = new long[FIRST_CAPACITY];
    private long[] ids = new long[FIRST_CAPACITY];
    private int[] contracts = new int[FIRST_CAPACITY];
    private int[] bids = new int[FIRST_CAPACITY];
    private int[] asks = new int[FIRST_CAPACITY];
    private int size;
    private boolean ordered = true;
    private long duplicates;

    /**
     * Adds a row.
     *
     * @param id the higher one wins between rows of one contract and instant
     * @param strikeCents above -2^30 and below 2^30
     * @param ask 0 if the quote is unusable
     */
    public void add(long id, long time, Right right, int strikeCents, int bid, int ask) {
        if (size == times.length) {
            grow();
        }
        if (size > 0 && (time < times[size - 1] || (time == times[size - 1] && id < ids[size - 1]))) {
            ordered = false;
        }
        times[size] = time;
        ids[size] = id;
        contracts[size] = QuoteColumns.numbered(strikeCents, right);
        bids[size] = bid;
        asks[size] = ask;
        size++;
    }

    private void grow() {
        var capacity = 2 * size;
        times = Arrays.copyOf(times, capacity);
        ids = Arrays.copyOf(ids, capacity);
        contracts = Arrays.copyOf(contracts, capacity);
        bids = Arrays.copyOf(bids, capacity);
        asks = Arrays.copyOf(asks, capacity);
    }

    public int size() {
        return size;
    }

    /** Rows of a contract and instant that a row with a higher id replaced; known once built. */
    public long duplicates() {
        return duplicates;
    }

    /**
     * Lays the rows out: two quotes a strike at each instant.
     *
     * @throws TooManyQuotesException if there are more than {@link #MOST_CELLS}
     */
    public QuoteColumns build() {
        sort();
        var books = books();
        var strikes = strikes();
        var quotes = 2L * strikes.length * books.length;
        if (quotes > MOST_CELLS) {
            throw new TooManyQuotesException(quotes);
        }
        var cells = 2 * strikes.length * books.length;
        var layout = new Layout(books, strikes, new int[cells], new int[cells], new int[cells]);
        Arrays.fill(layout.quotedIn, -1);
        place(layout);
        carryForward(layout);
        return new QuoteColumns(
                books,
                strikes,
                IntBuffer.wrap(layout.bids),
                IntBuffer.wrap(layout.asks),
                IntBuffer.wrap(layout.quotedIn));
    }

    private static final class Layout {
        private final long[] books;
        private final int[] strikes;
        private final int[] bids;
        private final int[] asks;
        private final int[] quotedIn;

        Layout(long[] books, int[] strikes, int[] bids, int[] asks, int[] quotedIn) {
            this.books = books;
            this.strikes = strikes;
            this.bids = bids;
            this.asks = asks;
            this.quotedIn = quotedIn;
        }
    }

    /** The instants without repetitions; rows are in order of time. */
    private long[] books() {
        var books = new long[size];
        var count = 0;
        for (var row = 0; row < size; row++) {
            if (count == 0 || books[count - 1] != times[row]) {
                books[count++] = times[row];
            }
        }
        return Arrays.copyOf(books, count);
    }

    /** The strikes, rising. A recorder writes few of them, many times over and in order. */
    private int[] strikes() {
        var strikes = new int[0];
        var place = 0;
        for (var row = 0; row < size; row++) {
            var strike = contracts[row] >> 1;
            place = strikes.length == 0 ? -1 : strikePlace(strikes, strike, place);
            if (place < 0) {
                place = -place - 1;
                strikes = with(strikes, place, strike);
            }
        }
        return strikes;
    }

    private static int[] with(int[] strikes, int place, int strike) {
        var more = Arrays.copyOf(strikes, strikes.length + 1);
        System.arraycopy(strikes, place, more, place + 1, strikes.length - place);
        more[place] = strike;
        return more;
    }

    private void place(Layout layout) {
        var book = -1;
        var strike = 0;
        for (var row = 0; row < size; row++) {
            if (book < 0 || layout.books[book] != times[row]) {
                book++;
            }
            strike = strikePlace(layout.strikes, contracts[row] >> 1, strike);
            var cell = (2 * strike + (contracts[row] & 1)) * layout.books.length + book;
            if (layout.quotedIn[cell] == book) {
                duplicates++;
            }
            layout.quotedIn[cell] = book;
            layout.bids[cell] = bids[row];
            layout.asks[cell] = asks[row];
        }
    }

    /** Recorders write strikes in order, so that the next one is near the last. */
    private static int strikePlace(int[] strikes, int strike, int last) {
        if (strikes[last] == strike) {
            return last;
        }
        if (last + 1 < strikes.length && strikes[last + 1] == strike) {
            return last + 1;
        }
        return Arrays.binarySearch(strikes, strike);
    }

    private static void carryForward(Layout layout) {
        var books = layout.books.length;
        for (var first = 0; first < layout.quotedIn.length; first += books) {
            for (var cell = first + 1; cell < first + books; cell++) {
                if (layout.quotedIn[cell] < 0) {
                    layout.quotedIn[cell] = layout.quotedIn[cell - 1];
                    layout.bids[cell] = layout.bids[cell - 1];
                    layout.asks[cell] = layout.asks[cell - 1];
                }
            }
        }
    }

    private void sort() {
        if (ordered) {
            return;
        }
        var order = new Integer[size];
        Arrays.setAll(order, row -> row);
        Arrays.sort(order, (one, other) -> {
            var byTime = Long.compare(times[one], times[other]);
            return byTime != 0 ? byTime : Long.compare(ids[one], ids[other]);
        });
        times = reorderedLongs(times, order);
        ids = reorderedLongs(ids, order);
        contracts = reorderedInts(contracts, order);
        bids = reorderedInts(bids, order);
        asks = reorderedInts(asks, order);
        ordered = true;
    }

    private static long[] reorderedLongs(long[] column, Integer[] order) {
        return Arrays.stream(order).mapToLong(row -> column[row]).toArray();
    }

    private static int[] reorderedInts(int[] column, Integer[] order) {
        return Arrays.stream(order).mapToInt(row -> column[row]).toArray();
    }
}
