package com.gammareplay.marketdata.columns;

import com.gammareplay.model.Right;
import java.nio.IntBuffer;
import java.util.Arrays;

/** Collects the leg quotes of one index in one session, in any order, and lays them out as columns. */
public final class QuoteColumnsBuilder {

    /** The most quotes that can be laid out: they take 200 MB, and a recording of every second has half of it. */
    public static final int MOST_CELLS = 1 << 24;

    private static final int FIRST_CAPACITY = 1 << 12;
    /** More than any recorder writes: to put each in its place would take longer with each. */
    private static final int FEW_STRIKES = 1 << 12;

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
        var cells = new int[QuoteColumns.CELL * (int) quotes];
        place(cells, books, strikes);
        carryForward(cells, books.length);
        return new QuoteColumns(new TimeColumn(books), strikes, IntBuffer.wrap(cells));
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
            if (place < 0 && strikes.length == FEW_STRIKES) {
                return sortedStrikes();
            }
            if (place < 0) {
                place = -place - 1;
                strikes = with(strikes, place, strike);
            }
        }
        return strikes;
    }

    private int[] sortedStrikes() {
        return Arrays.stream(contracts, 0, size)
                .map(contract -> contract >> 1)
                .sorted()
                .distinct()
                .toArray();
    }

    private static int[] with(int[] strikes, int place, int strike) {
        var more = Arrays.copyOf(strikes, strikes.length + 1);
        System.arraycopy(strikes, place, more, place + 1, strikes.length - place);
        more[place] = strike;
        return more;
    }

    /** Quotes are noted with one more than the number of their book, so that 0 is none. */
    private void place(int[] cells, long[] books, int[] strikes) {
        var book = -1;
        var strike = 0;
        for (var row = 0; row < size; row++) {
            if (book < 0 || books[book] != times[row]) {
                book++;
            }
            strike = strikePlace(strikes, contracts[row] >> 1, strike);
            var cell = QuoteColumns.CELL * ((2 * strike + (contracts[row] & 1)) * books.length + book);
            if (cells[cell + QuoteColumns.QUOTED_IN] == book + 1) {
                duplicates++;
            }
            cells[cell] = bids[row];
            cells[cell + QuoteColumns.ASK] = asks[row];
            cells[cell + QuoteColumns.QUOTED_IN] = book + 1;
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

    private static void carryForward(int[] cells, int books) {
        var series = QuoteColumns.CELL * books;
        for (var first = 0; first < cells.length; first += series) {
            for (var cell = first; cell < first + series; cell += QuoteColumns.CELL) {
                if (cells[cell + QuoteColumns.QUOTED_IN] == 0 && cell > first) {
                    System.arraycopy(cells, cell - QuoteColumns.CELL, cells, cell, QuoteColumns.CELL);
                } else {
                    cells[cell + QuoteColumns.QUOTED_IN]--;
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
