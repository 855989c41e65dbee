package com.gammareplay.marketdata.columns;

import com.gammareplay.marketdata.columns.QuoteRows.Part;
import com.gammareplay.model.Right;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.List;

/** Collects the leg quotes of one index in one session, in any order, and lays them out as columns. */
public final class QuoteColumnsBuilder {

    /** The most quotes that can be laid out: they take 200 MB, and a recording of every second has half of it. */
    public static final int MOST_CELLS = 1 << 24;

    private static final int FIRST_CAPACITY = 1 << 10;
    /** More than any recorder writes: to put each in its place would take longer with each. */
    private static final int FEW_STRIKES = 1 << 12;

    private final QuoteRows rows = new QuoteRows();
    private long duplicates;

    /**
     * Adds a row.
     *
     * @param id the higher one wins between rows of one contract and instant
     * @param strikeCents above -2^30 and below 2^30
     * @param ask 0 if the quote is unusable
     */
    public void add(long id, long time, Right right, int strikeCents, int bid, int ask) {
        rows.add(id, time, QuoteColumns.numbered(strikeCents, right), bid, ask);
    }

    public int size() {
        return rows.size();
    }

    /** Rows of a contract and instant that a row with a higher id replaced; known once built. */
    public long duplicates() {
        return duplicates;
    }

    /**
     * Lays the rows out: two quotes a strike at each instant. More rows can be added afterwards, and be laid out anew.
     *
     * @throws TooManyQuotesException if there are more than {@link #MOST_CELLS}
     */
    public QuoteColumns build() {
        duplicates = 0;
        var parts = rows.inOrder();
        var moments = moments(parts);
        var strikes = strikes(parts);
        var quotes = 2L * strikes.length * moments.length;
        if (quotes > MOST_CELLS) {
            throw new TooManyQuotesException(quotes);
        }
        var cells = new int[QuoteColumns.CELL * (int) quotes];
        place(parts, cells, moments, strikes);
        carryForward(cells, moments.length);
        return new QuoteColumns(new TimeColumn(moments), strikes, IntBuffer.wrap(cells));
    }

    /** The instants without repetitions; rows are in order of time. */
    private static long[] moments(List<Part> parts) {
        var moments = new long[FIRST_CAPACITY];
        var count = 0;
        for (var part : parts) {
            for (var row = 0; row < part.size; row++) {
                if (count == 0 || moments[count - 1] != part.times[row]) {
                    if (count == moments.length) {
                        moments = Arrays.copyOf(moments, 2 * count);
                    }
                    moments[count++] = part.times[row];
                }
            }
        }
        return Arrays.copyOf(moments, count);
    }

    /** The strikes, rising. A recorder writes few of them, many times over and in order. */
    private static int[] strikes(List<Part> parts) {
        var strikes = new int[0];
        var place = 0;
        for (var part : parts) {
            for (var row = 0; row < part.size; row++) {
                var strike = part.contracts[row] >> 1;
                place = strikes.length == 0 ? -1 : strikePlace(strikes, strike, place);
                if (place < 0 && strikes.length == FEW_STRIKES) {
                    return sortedStrikes(parts);
                }
                if (place < 0) {
                    place = -place - 1;
                    strikes = with(strikes, place, strike);
                }
            }
        }
        return strikes;
    }

    private static int[] sortedStrikes(List<Part> parts) {
        return parts.stream()
                .flatMapToInt(part -> Arrays.stream(part.contracts, 0, part.size))
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

    /** Quotes are noted with one more than the number of their moment, so that 0 is none. */
    private void place(List<Part> parts, int[] cells, long[] moments, int[] strikes) {
        var moment = -1;
        var strike = 0;
        for (var part : parts) {
            for (var row = 0; row < part.size; row++) {
                if (moment < 0 || moments[moment] != part.times[row]) {
                    moment++;
                }
                var contract = part.contracts[row];
                strike = strikePlace(strikes, contract >> 1, strike);
                var cell = QuoteColumns.CELL * ((2 * strike + (contract & 1)) * moments.length + moment);
                if (cells[cell + QuoteColumns.QUOTED_IN] == moment + 1) {
                    duplicates++;
                }
                cells[cell] = part.bids[row];
                cells[cell + QuoteColumns.ASK] = part.asks[row];
                cells[cell + QuoteColumns.QUOTED_IN] = moment + 1;
            }
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

    private static void carryForward(int[] cells, int moments) {
        var series = QuoteColumns.CELL * moments;
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
}
