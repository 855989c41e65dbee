package com.gammareplay.marketdata.columns;

import com.gammareplay.model.ImpliedIndex;
import com.gammareplay.model.Right;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * The leg quotes of one index in one session, carried forward: at each moment (an instant at which something was
 * quoted) every series holds its newest quote so far. Moments are numbered from 0.
 *
 * <p>Series are numbered two a strike, rising: {@code 2 * strike} for the call, one more for the put. A cell is a
 * series at a moment, number {@code series * moments + moment}: three ints side by side, since whoever wants one of
 * them wants all: the bid, the ask, and the moment at which they were recorded, {@link #NO_MOMENT} before the first
 * one. Prices are cents; an unusable quote has ask 0. Immutable.
 */
public final class QuoteColumns {

    static final int NO_MOMENT = -1;
    /** Ints of a cell, and the places of all but the first of them. */
    static final int CELL = 3;

    static final int ASK = 1;
    static final int QUOTED_IN = 2;

    private final TimeColumn moments;
    private final int[] strikes;
    private final IntBuffer cells;

    /**
     * Columns over what nobody else may change.
     *
     * @param moments the instants, rising
     * @param strikes in cents, rising
     */
    QuoteColumns(TimeColumn moments, int[] strikes, IntBuffer cells) {
        this.moments = moments;
        this.strikes = strikes;
        this.cells = cells;
    }

    static QuoteColumns read(ColumnReader reader) {
        var columns = new QuoteColumns(TimeColumn.read(reader), reader.ints(), reader.intsInPlace());
        var cells = 2L * columns.strikes.length * columns.moments();
        if (columns.cells.limit() != CELL * cells) {
            throw new IllegalArgumentException("cells must be " + cells + " of " + CELL + " ints");
        }
        return columns;
    }

    void write(ColumnWriter writer) {
        moments.write(writer);
        writer.add(strikes);
        writer.add(cells);
    }

    public int moments() {
        return moments.size();
    }

    /** The instant of a moment, in epoch seconds. */
    public long time(int moment) {
        return moments.time(moment);
    }

    /** The newest moment at or before an instant, -1 without one. */
    public int momentAt(long instant) {
        return moments.rowAt(instant);
    }

    /** The newest moment at or before an instant, -1 without one, found from a moment that is not newer. */
    int momentAt(long instant, int moment) {
        var newest = moment;
        while (newest + 1 < moments.size() && moments.time(newest + 1) <= instant) {
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

    /** The strike that {@link #numbered} made a number of. */
    static int strike(int number) {
        return number >> 1;
    }

    /** The right that {@link #numbered} made a number of. */
    static Right right(int number) {
        return (number & 1) == 0 ? Right.CALL : Right.PUT;
    }

    /** The moment at which the quote of a series as of a moment was recorded, -1 without one. */
    int quotedIn(int series, int moment) {
        return series < 0 || moment < 0 ? NO_MOMENT : cells.get(cell(series, moment) + QUOTED_IN);
    }

    boolean isUsable(int series, int moment, long instant, int maxAge) {
        var quoted = quotedIn(series, moment);
        return quoted != NO_MOMENT && instant - moments.time(quoted) <= maxAge && ask(series, moment) > 0;
    }

    int bid(int series, int moment) {
        return cells.get(cell(series, moment));
    }

    int ask(int series, int moment) {
        return cells.get(cell(series, moment) + ASK);
    }

    private int cell(int series, int moment) {
        return CELL * (series * moments.size() + moment);
    }

    /** The level implied at the strike whose call and put are closest, the lower of two, as of a moment. */
    Optional<ImpliedIndex> impliedIndex(int moment, long instant, int maxAge) {
        if (moment == NO_MOMENT) {
            return Optional.empty();
        }
        var nearest = -1;
        var least = Double.POSITIVE_INFINITY;
        for (var strike = 0; strike < strikes.length; strike++) {
            if (hasBids(strike, moment) && areUsable(strike, moment, instant, maxAge)) {
                var distance = Math.abs(parity(strike, moment));
                if (distance < least) {
                    least = distance;
                    nearest = strike;
                }
            }
        }
        return nearest < 0
                ? Optional.empty()
                : Optional.of(new ImpliedIndex(strikes[nearest], parity(nearest, moment)));
    }

    /** Asked first, for it is false at most strikes: their calls or puts are worthless. */
    private boolean hasBids(int strike, int moment) {
        return bid(2 * strike, moment) > 0 && bid(2 * strike + 1, moment) > 0;
    }

    private boolean areUsable(int strike, int moment, long instant, int maxAge) {
        return isUsable(2 * strike, moment, instant, maxAge) && isUsable(2 * strike + 1, moment, instant, maxAge);
    }

    private double parity(int strike, int moment) {
        return mid(2 * strike, moment) - mid(2 * strike + 1, moment);
    }

    private double mid(int series, int moment) {
        return ((long) bid(series, moment) + ask(series, moment)) / 2.0;
    }
}
